import { describe, expect, it } from 'vitest'
import { menuTemplate } from '#main/hosts/electron/menu'
import { allCommands } from '#renderer/commands/all-commands.ts'
import { matchesShortcut } from '#renderer/commands/shortcuts.ts'
import { describeShortcut } from '#renderer/ui/ShortcutKeys.tsx'

function press(init: Partial<KeyboardEvent>): KeyboardEvent {
  const nothing = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false }
  return { ...nothing, key: '', code: '', ...init } as KeyboardEvent
}

describe('matchesShortcut', () => {
  it('takes Ctrl and ⌘ for Mod, and exactly the modifiers named', () => {
    expect(matchesShortcut('Mod+K', press({ key: 'k', code: 'KeyK', ctrlKey: true }))).toBe(true)
    expect(matchesShortcut('Mod+K', press({ key: 'k', code: 'KeyK', metaKey: true }))).toBe(true)
    expect(matchesShortcut('Mod+K', press({ key: 'k', code: 'KeyK' }))).toBe(false)
    expect(matchesShortcut('Mod+K', press({ key: 'K', code: 'KeyK', ctrlKey: true, shiftKey: true }))).toBe(
      false,
    )
  })

  it('knows letters by their place, whatever the layout or Option makes of them', () => {
    expect(matchesShortcut('Alt+N', press({ key: '˜', code: 'KeyN', altKey: true }))).toBe(true)
    expect(matchesShortcut('Alt+1', press({ key: '¡', code: 'Digit1', altKey: true }))).toBe(true)
  })

  it('leaves keys alone while a typing tool composes', () => {
    expect(matchesShortcut('F1', press({ key: 'F1', isComposing: true }))).toBe(false)
  })
})

describe('the shortcuts of all commands', () => {
  const shortcuts = allCommands.flatMap(command => command.shortcut ?? [])

  it('are different from each other', () => {
    expect(new Set(shortcuts).size).toBe(shortcuts.length)
  })

  it('never use Ctrl+Shift or Alt+Z, which switch UniKey and its kin', () => {
    for (const shortcut of shortcuts) expect(shortcut).not.toMatch(/Mod\+Shift|Alt\+Z$/)
  })

  it('are what the desktop menu presses', () => {
    const pressed: string[] = []
    const nothing = () => {}
    const menu = menuTemplate(
      { press: key => pressed.push(key), print: nothing, showWorkspace: nothing, showAbout: nothing },
      false,
    )
    const go = menu.flatMap(entry => (Array.isArray(entry.submenu) ? entry.submenu : []))
    for (const item of go) {
      const accelerator = item.accelerator
      if (typeof accelerator === 'string' && /^(Alt\+|F1$|CmdOrCtrl\+K$)/.test(accelerator)) {
        expect(shortcuts).toContain(accelerator.replace('CmdOrCtrl', 'Mod'))
      }
    }
    expect(go.length).toBeGreaterThan(8)
  })
})

it('writes shortcuts as the machine does', () => {
  expect(describeShortcut('Mod+Enter', false)).toBe('Ctrl+Enter')
  expect(describeShortcut('Mod+Enter', true)).toBe('⌘↩')
})
