// @vitest-environment jsdom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { instantFromText, typedInstant } from '#common/domain/typed-date'
import { createCatalogues } from '#renderer/text/catalogues.ts'
import { Calendar } from '#renderer/ui/Calendar.tsx'
import { DateField } from '#renderer/ui/DateField.tsx'

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
afterEach(() => document.body.replaceChildren())

describe('a date field', () => {
  it('shows and reads days in Vietnamese order', () => {
    const { input, values } = dateField('2026-11-03')
    expect(input.value).toBe('03/11/2026')
    type(input, '4/12/2026')
    expect(values).toEqual(['2026-12-04'])
  })

  it('says nothing of half a date, and takes a short year only when it is left', () => {
    const { input, values, wrongs } = dateField('')
    type(input, '23/11/26')
    expect(values).toEqual([])
    act(() => input.focus())
    act(() => input.blur())
    expect([values, input.value]).toEqual([['2026-11-23'], '23/11/2026'])
    type(input, '31/02/2026')
    act(() => input.focus())
    act(() => input.blur())
    expect(values).toEqual(['2026-11-23'])
    expect([wrongs.at(-1), input.value]).toEqual([true, '31/02/2026'])
  })

  it('is emptied by emptying it', () => {
    const { input, values } = dateField('2026-11-03')
    type(input, '')
    expect(values).toEqual([''])
  })

  it('takes a time of day in Vietnam where one belongs', () => {
    const { input, values } = dateField('2026-11-22T00:30:00.000Z', true)
    expect(input.value).toBe('22/11/2026 07:30')
    type(input, '22/11/2026 8h15')
    expect(values).toEqual(['2026-11-22T01:15:00.000Z'])
  })
})

it('an instant is read as it is written', () => {
  const instant = '2026-12-31T17:05:00.000Z'
  expect(instantFromText(typedInstant(instant))).toBe(instant)
  expect(instantFromText('01/01/2027 24:00')).toBeNull()
  expect(instantFromText('01/01/2027')).toBeNull()
})

describe('the month', () => {
  it('moves by arrows and pages, and Enter on a day chooses it', () => {
    const chosen: string[] = []
    const host = render(<Calendar value="2026-01-31" today="2026-11-23" onChoose={day => chosen.push(day)} />)
    const focused = () => document.activeElement?.getAttribute('data-day')
    expect(focused()).toBe('2026-01-31')
    press('PageDown')
    expect(focused()).toBe('2026-02-28')
    press('ArrowRight')
    press('ArrowUp')
    expect(focused()).toBe('2026-02-22')
    act(() => (document.activeElement as HTMLElement).click())
    expect(chosen).toEqual(['2026-02-22'])
    expect(host.querySelector('[data-day="2026-02-22"]')?.getAttribute('aria-label')).toBe(
      'Chủ nhật, 22/02/2026',
    )
  })
})

function press(key: string): void {
  act(() => void document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))
}

function dateField(value: string, withTime = false) {
  const values: string[] = []
  const wrongs: boolean[] = []
  const host = render(
    <DateField
      value={value}
      withTime={withTime}
      onChange={next => values.push(next)}
      onWrong={wrong => wrongs.push(wrong)}
    />,
  )
  const input = host.querySelector('input')
  if (input === null) throw new Error('no input')
  return { input, values, wrongs }
}

function render(element: React.ReactNode): HTMLElement {
  const host = document.body.appendChild(document.createElement('div'))
  act(() =>
    createRoot(host).render(<I18nextProvider i18n={createCatalogues('vi')}>{element}</I18nextProvider>),
  )
  return host
}

function type(input: HTMLInputElement, text: string): void {
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
  act(() => {
    setter?.call(input, text)
    input.dispatchEvent(new InputEvent('input', { bubbles: true }))
  })
}
