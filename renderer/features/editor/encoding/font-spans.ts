import { fontHint } from '#common/vietnamese/encodings/font-hint'
import type { TextBlock } from '#common/vietnamese/encodings/legacy-encoding'

/**
 * Fonts of a pasted text by its visible characters: cleaning and the schema change tags and spaces, and the fonts are
 * lost before the text stands in the document.
 */
export interface FontSpan {
  /** Characters that are no spaces. */
  readonly characters: number
  readonly font: string | undefined
}

/** Fonts in reading order; empty where none of them belongs to a legacy encoding. */
export function readFonts(fragment: DocumentFragment): FontSpan[] {
  const spans: FontSpan[] = []
  const texts = fragment.ownerDocument.createTreeWalker(fragment, NodeFilter.SHOW_TEXT)
  while (texts.nextNode() !== null) {
    const node = texts.currentNode
    spans.push({ characters: visibleCharacters(node.nodeValue ?? ''), font: fontOf(node.parentElement) })
  }
  return spans.some(({ font }) => fontHint(font).encoding !== null) ? spans : []
}

function fontOf(element: Element | null): string | undefined {
  for (let at = element; at !== null; at = at.parentElement) {
    const face = at.getAttribute('face')
    const style = /(?:^|;)\s*font-family\s*:\s*([^;]+)/i.exec(at.getAttribute('data-style') ?? '')
    const family =
      face ??
      style?.[1]
        ?.split(',')[0]
        ?.trim()
        .replace(/^["']|["']$/g, '')
    if (family !== undefined && family !== '') return family
  }
  return undefined
}

/** Runs cut where the pasted font changed. */
export function withFonts(blocks: readonly TextBlock[], spans: readonly FontSpan[]): TextBlock[] {
  if (spans.length === 0) return [...blocks]
  const left = spans.map(span => ({ ...span }))
  return blocks.map(runs => runs.flatMap(({ text }) => cut(text, left)))
}

function cut(text: string, left: { characters: number; font: string | undefined }[]) {
  const runs: { text: string; font: string | undefined }[] = []
  for (const letter of text) {
    const visible = visibleCharacters(letter)
    while (visible > 0 && left[0]?.characters === 0) left.shift()
    const font = left[0]?.font
    if (left[0] !== undefined) left[0].characters -= visible
    const last = runs.at(-1)
    if (last !== undefined && last.font === font) runs[runs.length - 1] = { text: last.text + letter, font }
    else runs.push({ text: letter, font })
  }
  return runs
}

/** UTF-16 units that are no white space. */
function visibleCharacters(text: string): number {
  return text.replace(/\s/g, '').length
}
