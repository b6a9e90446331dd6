import type { Mark } from '@tiptap/core'
import { Bold as BaseBold } from '@tiptap/extension-bold'
import { Italic as BaseItalic } from '@tiptap/extension-italic'
import { Strike as BaseStrike } from '@tiptap/extension-strike'
import { Underline as BaseUnderline } from '@tiptap/extension-underline'

/** Asterisks and underscores stay what was typed or pasted: official texts use them for notes and blanks. */
function asTyped<Options, Storage>(mark: Mark<Options, Storage>): Mark<Options, Storage> {
  return mark.extend({ addInputRules: () => [], addPasteRules: () => [] })
}

export const Bold = asTyped(BaseBold)
export const Italic = asTyped(BaseItalic)
export const Underline = asTyped(BaseUnderline)
export const Strike = asTyped(BaseStrike)
