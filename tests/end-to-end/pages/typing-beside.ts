import { Editor } from '@tiptap/core'
import { getVersion } from 'prosemirror-collab'
import { Transform } from 'prosemirror-transform'
import { accountId, articleId } from '#common/domain/ids'
import { DraftLink } from '#renderer/features/editor/draft/draft-link.ts'
import {
  articleExtensions,
  articleSchemaSpec,
} from '#renderer/features/editor/extensions/article-extensions.ts'
import { Collaboration } from '#renderer/features/editor/extensions/collaboration.ts'
import { OtherCarets, showCaret } from '#renderer/features/editor/presence/carets.ts'
import { readInput } from '#renderer/features/editor/read-input.ts'
import { FakeAuthority } from '#tests/renderer/editor/fake-authority'

export type Disturbance = 'steps' | 'caret'

declare global {
  interface Window {
    typeBeside(disturbance: Disturbance, rounds: number): Promise<string>
  }
}

const article = articleId.parse('a'.repeat(26))
const account = accountId.parse('b'.repeat(26))
const start = 'Họp dân.'

/** Until the browser has told of everything done. */
const rest = () => new Promise(resolve => setTimeout(resolve, 20))

/**
 * Replaces "uo" by "ươ" as typing tools do (letters selected backwards by the browser itself, then typed over), `rounds`
 * times; between selecting and typing, before the browser tells of the selection, a colleague's doing arrives.
 */
window.typeBeside = async (disturbance, rounds) => {
  const editor = new Editor({
    element: document.body.appendChild(document.createElement('div')),
    injectCSS: false,
    schemaSpec: articleSchemaSpec,
    extensions: [
      ...articleExtensions(),
      Collaboration.configure({ version: 0, clientId: 'me' }),
      OtherCarets,
    ],
    content: {
      type: 'doc',
      content: [
        { type: 'headline' },
        { type: 'lead' },
        { type: 'paragraph', content: [{ type: 'text', text: start }] },
      ],
    },
  })
  const authority = new FakeAuthority(article, editor.state.doc)
  let clockMs = 0
  const link = new DraftLink({
    client: authority.client,
    article,
    clientId: 'me',
    savedAt: null,
    surface: {
      state: () => editor.state,
      apply: transaction => editor.view.dispatch(transaction),
      readInput: () => readInput(editor.view),
      composing: () => editor.view.composing,
    },
    // Every look at the clock finds the quiet after the last key over.
    now: () => {
      clockMs += 1_000
      return clockMs
    },
  })
  authority.subscribe(event => link.noteEvent(event))
  editor.on('transaction', ({ transaction }) => {
    if (transaction.docChanged) link.noteChange()
  })
  const disturb = async () => {
    if (disturbance === 'caret') {
      const caret = { anchor: 6, head: 6 }
      const version = getVersion(editor.state)
      return showCaret(editor, { client: 'other', account, name: 'Lan', version, caret }, Date.now())
    }
    const { document } = authority
    const before = new Transform(document).insert(5, document.type.schema.text('z'))
    await authority.client.ask('drafts.push', {
      article,
      version: authority.steps.length,
      client: 'other',
      steps: before.steps.map((step): Record<string, unknown> => step.toJSON()),
    })
    await link.sendNow()
  }
  editor.view.focus()
  editor.commands.setTextSelection(editor.state.doc.content.size - 1)
  for (let round = 0; round < rounds; round += 1) {
    document.execCommand('insertText', false, ' uo')
    await link.flush()
    await rest()
    for (let letter = 0; letter < 2; letter += 1) getSelection()?.modify('extend', 'backward', 'character')
    await disturb()
    for (const letter of 'ươ') document.execCommand('insertText', false, letter)
    await rest()
  }
  const text = editor.state.doc.lastChild?.textContent ?? ''
  link.detach()
  editor.destroy()
  return text
}
