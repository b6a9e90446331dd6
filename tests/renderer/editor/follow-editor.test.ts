// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { followEditor } from '#renderer/features/editor/draft/follow-editor.ts'

function followed(unsent = true) {
  const link = { noteChange: vi.fn(), sendNow: vi.fn(async () => {}), hasUnsent: () => unsent }
  const handlers = new Map<string, (event: never) => void>()
  const editor = {
    on: vi.fn((name: string, handler: (event: never) => void) => void handlers.set(name, handler)),
    off: vi.fn((name: string) => void handlers.delete(name)),
  }
  const stop = followEditor(link, editor as never)
  return { link, handlers, stop }
}

function hide(): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  document.dispatchEvent(new Event('visibilitychange'))
}

const turnsAway: Readonly<Record<string, () => void>> = {
  'the window loses focus': () => window.dispatchEvent(new Event('blur')),
  'the page is hidden': hide,
  'the page goes away': () => window.dispatchEvent(new Event('pagehide')),
}

afterEach(() => vi.restoreAllMocks())

describe('what was typed is sent without waiting for the pause', () => {
  it.each(Object.keys(turnsAway))('when %s', name => {
    const { link, stop } = followed()
    turnsAway[name]?.()
    expect(link.sendNow).toHaveBeenCalledTimes(1)
    stop()
    turnsAway[name]?.()
    expect(link.sendNow).toHaveBeenCalledTimes(1)
  })

  it('when the text loses focus', () => {
    const { link, handlers, stop } = followed()
    handlers.get('blur')?.({} as never)
    expect(link.sendNow).toHaveBeenCalledTimes(1)
    stop()
  })

  it('when the window is closed, which has to be asked for while something is unsent', () => {
    const { link, stop } = followed()
    const event = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(event)
    expect([event.defaultPrevented, link.sendNow.mock.calls.length]).toEqual([true, 1])
    stop()
    const quiet = followed(false)
    const again = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(again)
    expect([again.defaultPrevented, quiet.link.sendNow.mock.calls.length]).toEqual([false, 0])
    quiet.stop()
  })
})
