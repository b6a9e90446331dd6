import type { Editor } from '@tiptap/core'
import { articleEditor, block, headline, lead, paragraph } from './article-editor'

export { cursor, cursorAt, press } from './article-editor'

type Json = Record<string, unknown>

export function open(...body: readonly Json[]): Editor {
  return articleEditor(headline('H'), lead('L'), ...body)
}

export const text = paragraph

export function steps(...content: readonly Json[]): Json {
  return { type: 'steps', content }
}

/** What to do, and paragraphs that say how. */
export function step(title = '', ...details: readonly string[]): Json {
  return { type: 'step', content: [block('stepTitle', title), ...details.map(paragraph)] }
}

export function section(part: string, ...paragraphs: readonly string[]): Json {
  return { type: 'procedureSection', attrs: { part }, content: paragraphs.map(paragraph) }
}

/** The body, a block a line: `p Text`, `1 Line of a step`, `§part`, and what is in them set in. */
export function article(editor: Editor): readonly string[] {
  return editor.state.doc.children.slice(2).flatMap(node => {
    if (node.type.name === 'steps')
      return node.children.flatMap((one, index) => [
        `${index + 1} ${one.child(0).textContent}`,
        ...one.children.slice(1).map(child => `  ${words(child)}`),
      ])
    if (node.type.name === 'procedureSection')
      return [`§${node.attrs.part}`, ...node.children.map(child => `  ${words(child)}`)]
    return [node.type.name === 'paragraph' ? `p ${words(node)}` : words(node)]
  })
}

function words({ type, textContent }: Editor['state']['doc']): string {
  return type.name === 'paragraph' ? textContent : `[${type.name}]${textContent}`
}
