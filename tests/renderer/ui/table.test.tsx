// @vitest-environment jsdom
import { act } from 'react'
import { createPortal } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { expect, it, vi } from 'vitest'
import { TableRow } from '#renderer/ui/Table.tsx'

it('a row opens at a click on it, not on its controls, nor in a menu that lies elsewhere on the page', () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  const body = document.createElement('tbody')
  const onOpen = vi.fn()
  const root = createRoot(body)
  document.createElement('table').append(body)
  document.body.append(body.parentElement ?? body)
  act(() =>
    root.render(
      <TableRow onOpen={onOpen}>
        <td id="cell">
          <button type="button" id="control" />
          {createPortal(<span id="menu-item" />, document.body)}
        </td>
      </TableRow>,
    ),
  )
  const opens = (id: string): number => {
    onOpen.mockClear()
    act(() => document.getElementById(id)?.click())
    return onOpen.mock.calls.length
  }
  expect([opens('cell'), opens('control'), opens('menu-item')]).toEqual([1, 0, 0])
  act(() => root.unmount())
})
