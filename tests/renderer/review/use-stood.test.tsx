// @vitest-environment jsdom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, it, vi } from 'vitest'
import { type Standing, standingMs, useStood } from '#renderer/features/review/use-stood.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('a page has stood a moment only after it was shown, and every new page begins anew', () => {
  vi.useFakeTimers()
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  let seen: Standing | undefined
  const Desk = ({ page }: { readonly page: string }) => {
    seen = useStood(page)
    return null
  }
  const root = createRoot(document.createElement('div'))
  const show = (page: string) => act(() => root.render(<Desk page={page} />))
  const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms))
  const begin = () => act(() => seen?.begin())

  show('one')
  pass(standingMs * 2)
  expect(seen?.stood).toBe(false)
  begin()
  pass(standingMs - 1)
  expect(seen?.stood).toBe(false)
  pass(1)
  expect(seen?.stood).toBe(true)

  show('two')
  expect(seen?.stood).toBe(false)
  begin()
  pass(standingMs)
  expect(seen?.stood).toBe(true)
  act(() => root.unmount())
})
