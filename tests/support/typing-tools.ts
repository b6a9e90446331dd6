import { setTimeout as sleep } from 'node:timers/promises'
import type { CDPSession, Page } from '@playwright/test'

/** What a typing tool does for one key: how many characters it takes back, what it puts there, and which key it was. */
interface Edit {
  readonly takenBack: number
  readonly put: string
  /** The word as it stands afterwards; null when the key ended a word. */
  readonly word: string | null
}

/** Delivers one edit; must leave keys in order, and need not wait for the page. */
type Deliver = (keys: Keys, edit: Edit, index: number) => Promise<void> | void

/**
 * The eight ways in which Vietnamese typing tools bring text into a page, as measured on the tools: none of them is a
 * person's key press, and each has broken some editor.
 */
export const typingWays = {
  /** UniKey, EVKey, OpenKey: fake backspaces, then the letters as packets. */
  'backspace and retype': (keys, edit) => {
    keys.back(edit.takenBack)
    keys.letters(edit)
  },
  /** OpenKey by default: a narrow no-break space first, so that no completion of the browser swallows a backspace. */
  'empty character first': (keys, edit) => {
    if (edit.takenBack > 0) {
      keys.packet('\u202f')
      keys.back(edit.takenBack + 1)
    }
    keys.letters(edit)
  },
  /** OpenKey, "Sửa lỗi Chromium": one letter is selected, the rest taken back. */
  'one letter selected': (keys, edit) => {
    if (edit.takenBack > 0) keys.selectBack(1)
    if (edit.takenBack > 1) keys.back(edit.takenBack)
    keys.letters(edit)
  },
  /** EVKey, "Sửa lỗi 2", and ibus-bamboo, mode 4: everything to replace is selected and typed over. */
  'all letters selected': (keys, edit) => {
    keys.selectBack(edit.takenBack)
    keys.letters(edit)
  },
  /** OpenKey with "gửi từng phím" off: the new letters are pasted. */
  'by the clipboard': async (keys, edit) => {
    keys.back(edit.takenBack)
    if (edit.takenBack > 0) await keys.paste(edit.put)
    else keys.letters(edit)
  },
  /** ibus-bamboo, mode 1, fcitx5-unikey, Windows and macOS: the word is composed under the cursor, then put in. */
  'composed word': (keys, { word, put }) => {
    if (word !== null) return keys.compose(word)
    keys.commit()
    keys.press(put)
  },
  /** ibus-bamboo: the composed word is hidden first, and comes back as plain text. */
  'composed word hidden, then put in': (keys, { word, put }) => {
    if (word !== null) return keys.compose(word)
    keys.hideAndCommit()
    keys.press(put)
  },
  /** The first way key by key, with pauses in which the program does something of its own. */
  'slow typist': async (keys, edit, index) => {
    await keys.arrived()
    await sleep(pauseBeforeMs[index] ?? 0)
    keys.back(edit.takenBack)
    keys.letters(edit)
  },
} as const satisfies Readonly<Record<string, Deliver>>

export type TypingWay = keyof typeof typingWays

/** Longer than the quiet after an input, the push, and the proofreader's rest, each in the middle of a word. */
const pauseBeforeMs: Readonly<Record<number, number>> = { 3: 55, 5: 130, 9: 55, 18: 780, 22: 260 }

/** Types where the focus is, without waiting for the page between keys; resolves when the last key was taken. */
export async function typeVietnamese(page: Page, way: TypingWay, text: string): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  const keys = createKeys(page, cdp)
  const deliver: Deliver = typingWays[way]
  for (const [index, edit] of telexEdits(text).entries()) await deliver(keys, edit, index)
  keys.commit()
  await keys.arrived()
  await cdp.detach()
}

/** Chữ → C, Ch, Chu, Chư, Chữ: what a Telex tool shows after each key of a word whose tone is typed last. */
function telexEdits(text: string): readonly Edit[] {
  return text.split(/(?<=\P{L})|(?=\P{L})/u).flatMap((part): readonly Edit[] => {
    if (!/\p{L}/u.test(part)) return [{ takenBack: 0, put: part, word: null }]
    const shown = [...wordsShown(part)]
    return shown.map((word, index) => {
      const before = shown[index - 1] ?? ''
      const kept = [...before].findIndex((letter, at) => letter !== word[at])
      const same = kept === -1 ? before.length : kept
      return { takenBack: before.length - same, put: word.slice(same), word }
    })
  })
}

function* wordsShown(word: string): Generator<string> {
  const toneless = word
    .normalize('NFD')
    .replaceAll(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    .normalize('NFC')
  let shown = ''
  for (const letter of toneless) {
    const bare = letter.normalize('NFD').replaceAll(/\p{M}/gu, '').replace('đ', 'd').replace('Đ', 'D')
    if (bare !== letter) yield shown + bare
    shown += letter
    yield shown
  }
  if (shown !== word) yield word
}

type Keys = ReturnType<typeof createKeys>

/** The key events of a page; everything but a paste is sent off without waiting for an answer. */
function createKeys(page: Page, cdp: CDPSession) {
  let sent: Promise<unknown>[] = []
  let composed = ''
  const key = (type: 'rawKeyDown' | 'keyDown' | 'keyUp', rest: object) =>
    sent.push(cdp.send('Input.dispatchKeyEvent', { type, ...rest }))
  const tap = (name: string, code: number, rest: object = {}) => {
    key('rawKeyDown', { key: name, code: name, windowsVirtualKeyCode: code, ...rest })
    key('keyUp', { key: name, code: name, windowsVirtualKeyCode: code, ...rest })
  }
  const arrived = async () => {
    const waiting = sent
    sent = []
    await Promise.all(waiting)
  }
  /** A letter as the keyboard sends it. */
  const press = (text: string) => {
    const code = virtualKeys[text] ?? text.toUpperCase().charCodeAt(0)
    key('keyDown', { key: text, text, windowsVirtualKeyCode: code })
    key('keyUp', { key: text, windowsVirtualKeyCode: code })
  }
  /** VK_PACKET: a character of no key. */
  const packet = (text: string) => {
    key('keyDown', { text, windowsVirtualKeyCode: 231 })
    key('keyUp', { windowsVirtualKeyCode: 231 })
  }
  const composition = (text: string) => {
    key('rawKeyDown', { key: 'Process', windowsVirtualKeyCode: 229 })
    const at = text.length
    sent.push(cdp.send('Input.imeSetComposition', { text, selectionStart: at, selectionEnd: at }))
  }
  const commit = () => {
    if (composed !== '') sent.push(cdp.send('Input.insertText', { text: composed }))
    composed = ''
  }
  return {
    arrived,
    press,
    packet,
    commit,
    back: (count: number) => {
      for (let done = 0; done < count; done += 1) tap('Backspace', 8)
    },
    selectBack: (count: number) => {
      for (let done = 0; done < count; done += 1) tap('ArrowLeft', 37, { modifiers: 8 })
    },
    /** A tool leaves a key alone that changes nothing before it. */
    letters: ({ takenBack, put }: Edit) => {
      if (takenBack === 0) press(put)
      else for (const letter of put) packet(letter)
    },
    compose: (word: string) => {
      composed = word
      composition(word)
    },
    hideAndCommit: () => {
      if (composed !== '') composition('')
      commit()
    },
    paste: async (text: string) => {
      await arrived()
      await page.evaluate(words => navigator.clipboard.writeText(words), text)
      tap('Insert', 45, { modifiers: 8, commands: ['paste'] })
      await arrived()
    },
  }
}

/** 44 and 46, the codes of the characters, would be Print and Delete. */
const virtualKeys: Readonly<Record<string, number>> = { ' ': 32, ',': 188, '.': 190 }
