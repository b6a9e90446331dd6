// @vitest-environment jsdom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { field } from '#common/domain/field'
import { allFields } from '#common/domain/kinds/registry'
import { CommittedText } from '#renderer/features/editor/fields/CommittedText.tsx'
import { FieldControl, fieldId } from '#renderer/features/editor/fields/FieldControl.tsx'
import { createCatalogues } from '#renderer/text/catalogues.ts'

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  document.body.replaceChildren()
})

describe('a control', () => {
  it('commits after a pause, once', () => {
    const { committed, input } = control('')
    type(input(), 'La')
    type(input(), 'Lan')
    expect(committed).toEqual([])
    act(() => void vi.advanceTimersByTime(700))
    expect(committed).toEqual(['Lan'])
  })

  it('commits on leaving and when it goes away', () => {
    const { committed, input, unmount } = control('')
    act(() => input().focus())
    type(input(), 'Lan')
    act(() => input().blur())
    type(input(), 'Lan Anh')
    unmount()
    expect(committed).toEqual(['Lan', 'Lan Anh'])
  })

  it('waits while a word is being composed', () => {
    const { committed, input } = control('')
    type(input(), 'tiê', { isComposing: true })
    act(() => void vi.advanceTimersByTime(5_000))
    expect(committed).toEqual([])
    act(() => void input().dispatchEvent(new Event('compositionend', { bubbles: true })))
    act(() => void vi.advanceTimersByTime(700))
    expect(committed).toEqual(['tiê'])
  })

  it('shows a change from elsewhere, but never over unfinished typing', () => {
    const { input, show } = control('cũ')
    show('mới')
    expect(input().value).toBe('mới')
    type(input(), 'đang gõ')
    show('từ cửa sổ khác')
    expect(input().value).toBe('đang gõ')
  })
})

describe('a field', () => {
  it('of every kind of article has a control of its type, named by its label', () => {
    for (const definition of allFields.values()) {
      const { host } = render(
        <FieldControl field={definition} value={null} disabled={false} onChange={() => undefined} />,
      )
      const place = host.querySelector(`#${fieldId(definition.key)}`)
      expect(place?.querySelector('label')?.textContent).toContain(definition.label.vi)
      expect(
        place?.querySelector(definition.type === 'choice' ? '[role=combobox]' : 'input, textarea'),
      ).not.toBeNull()
    }
  })

  it('keeps a wrong address in the control, says what is wrong and changes nothing', () => {
    const changes: unknown[] = []
    const { host } = render(
      <FieldControl
        field={field('sourceUrl', 'url', 'Địa chỉ nguồn', 'Source address')}
        value={null}
        disabled={false}
        onChange={value => changes.push(value)}
      />,
    )
    const input = host.querySelector('input') ?? missing()
    type(input, 'hai chữ')
    act(() => void vi.advanceTimersByTime(700))
    expect(changes).toEqual([])
    expect(host.textContent).toContain('Địa chỉ chưa đúng')
    expect(input.value).toBe('hai chữ')
    type(input, 'xa.gov.vn')
    act(() => void vi.advanceTimersByTime(700))
    expect(changes).toEqual(['https://xa.gov.vn'])
    expect(host.textContent).not.toContain('Địa chỉ chưa đúng')
  })
})

function control(start: string) {
  const committed: string[] = []
  const element = (value: string) => (
    <CommittedText
      value={value}
      onCommit={text => {
        committed.push(text)
        return true
      }}
    />
  )
  const { host, root } = render(element(start))
  return {
    committed,
    input: () => host.querySelector('input') ?? missing(),
    show: (value: string) => act(() => root.render(wrapped(element(value)))),
    unmount: () => act(() => root.unmount()),
  }
}

function render(element: React.ReactNode) {
  const host = document.body.appendChild(document.createElement('div'))
  const root = createRoot(host)
  act(() => root.render(wrapped(element)))
  return { host, root }
}

function wrapped(element: React.ReactNode) {
  return <I18nextProvider i18n={createCatalogues('vi')}>{element}</I18nextProvider>
}

/** As a browser reports typing to React: the value changes first, then the event. */
function type(input: HTMLInputElement, text: string, event: InputEventInit = {}): void {
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
  act(() => {
    setter?.call(input, text)
    input.dispatchEvent(new InputEvent('input', { bubbles: true, ...event }))
  })
}

function missing(): never {
  throw new Error('no input')
}
