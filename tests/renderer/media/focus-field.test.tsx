// @vitest-environment jsdom

import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { FocusPoint } from '#common/domain/focus-point'
import { FocusField } from '#renderer/media/FocusField.tsx'
import { createCatalogues } from '#renderer/text/catalogues.ts'

let unmount = () => {}
afterEach(() => unmount())

function typeInto(input: HTMLInputElement, text: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text)
  input.dispatchEvent(new Event('input', { bubbles: true }))
}

describe('the numbers of a focus point', () => {
  it('are typed digit by digit: what is not on the scale waits until the field is left', async () => {
    const changes: (FocusPoint | null)[] = []
    function Screen() {
      const [focus, setFocus] = useState<FocusPoint | null>({ x: 50, y: 50 })
      const change = (next: FocusPoint | null) => {
        changes.push(next)
        setFocus(next)
      }
      return <FocusField src="a.png" value={focus} onChange={change} />
    }
    const host = document.body.appendChild(document.createElement('div'))
    const root = createRoot(host)
    unmount = () => root.unmount()
    root.render(
      <I18nextProvider i18n={createCatalogues('vi')}>
        <Screen />
      </I18nextProvider>,
    )
    const inputs = () => [...host.querySelectorAll<HTMLInputElement>('input[type=number]')]
    await vi.waitFor(() => expect(inputs()).toHaveLength(2))
    const [across] = inputs()
    if (across === undefined) throw new Error('no field')
    typeInto(across, '7')
    await vi.waitFor(() => expect(across.value).toBe('7'))
    expect(changes).toEqual([])
    typeInto(across, '75')
    await vi.waitFor(() => expect(changes).toEqual([{ x: 75, y: 50 }]))
    typeInto(across, '73')
    across.dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
    await vi.waitFor(() => expect(changes.at(-1)).toEqual({ x: 75, y: 50 }))
    expect(across.value).toBe('75')
  })
})
