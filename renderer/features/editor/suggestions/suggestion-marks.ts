import { Mark } from '@tiptap/core'
import type { Mark as ProseMirrorMark } from 'prosemirror-model'
import type { SuggestionMarkName } from '#common/document/suggestions/suggestion-marks'

/** How suggestions look in the text; nothing pasted ever becomes one. */
export const suggestionMarks = [view('inserted', 'ins'), view('deleted', 'del'), view('changed', 'span')]

function view(name: SuggestionMarkName, tag: string) {
  return Mark.create({
    name,
    keepOnSplit: false,
    parseHTML: () => [],
    renderHTML: ({ mark }) => [tag, attributes(mark), 0],
  })
}

/** Around blocks the element has no box of its own (`suggestions.css`), so that tables and lists keep theirs. */
function attributes(mark: ProseMirrorMark): Record<string, string> {
  const border = Number(mark.attrs.split ?? mark.attrs.join ?? 0) > 0
  return {
    class: 'suggestion',
    'data-suggestion': String(mark.attrs.id),
    'data-by': String(mark.attrs.by),
    'data-hue': String(hueOf(String(mark.attrs.by))),
    'data-kind': mark.type.name,
    ...(border ? { 'data-border': '' } : {}),
  }
}

const hues = 4

/** One calm hue a person, the same in every window. */
export function hueOf(account: string): number {
  return [...account].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % hues
}
