import { type AnyExtension, Editor } from '@tiptap/core'
import { TextSelection } from 'prosemirror-state'
import {
  articleExtensions,
  articleSchemaSpec,
} from '#renderer/features/editor/extensions/article-extensions.ts'
import { whenFinished } from '#tests/support/when-finished'

type Json = Record<string, unknown>

/** An editor of articles without a screen; `press` sends one key through its key maps. */
export function articleEditor(...content: readonly Json[]): Editor {
  return editorWith([], ...content)
}

/** The same with more extensions. It ends with its test: the view has timers that ask for a document when that is gone. */
export function editorWith(extensions: readonly AnyExtension[], ...content: readonly Json[]): Editor {
  const editor = new Editor({
    extensions: [...articleExtensions(), ...extensions],
    schemaSpec: articleSchemaSpec,
    injectCSS: false,
    element: document.body.appendChild(document.createElement('div')),
    content: { type: 'doc', content: [...content] },
  })
  whenFinished(() => editor.destroy())
  return editor
}

/** Puts the cursor `offset` characters into the n-th textblock. */
export function cursorAt(editor: Editor, textblock: number, offset: number): void {
  const starts: number[] = []
  editor.state.doc.descendants((node, position) => {
    if (node.isTextblock) starts.push(position + 1)
  })
  const start = starts[textblock]
  if (start === undefined) throw new Error(`no textblock ${textblock}`)
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, start + offset)))
}

export function press(editor: Editor, key: string, modifiers: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers })
  return editor.view.someProp('handleKeyDown', handle => handle(editor.view, event)) === true
}

export function headline(text = ''): Json {
  return block('headline', text)
}

export function lead(text = ''): Json {
  return block('lead', text)
}

export function paragraph(text = ''): Json {
  return block('paragraph', text)
}

export function block(type: string, text = '', attrs: Json = {}): Json {
  return { type, attrs, ...(text === '' ? {} : { content: [{ type: 'text', text }] }) }
}

/** `[type, text]` of every child of the document. */
export function outline(editor: Editor): (readonly [string, string])[] {
  return editor.state.doc.children.map(node => [node.type.name, node.textContent] as const)
}

/** Where the cursor is: type of its textblock and the text before it. */
export function cursor(editor: Editor): readonly [string, string] {
  const { $from } = editor.state.selection
  return [$from.parent.type.name, $from.parent.textBetween(0, $from.parentOffset)]
}
