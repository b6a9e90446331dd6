import { expect, it } from 'vitest'
import { newDocument } from '#common/document/new-document'
import { schemaVersion } from '#common/document/schema'
import { news } from '#common/domain/kinds/news'
import { readDraft } from '#renderer/features/editor/draft/read-draft.ts'

const document = newDocument(news).toJSON() as Record<string, unknown>

it('gives the editor a document of our schema', () => {
  expect(readDraft({ schema: schemaVersion, document, readOnly: null })).toEqual({
    kind: 'document',
    json: document,
  })
})

it('keeps a newer draft out of the editor', () => {
  expect(readDraft({ schema: schemaVersion + 1, document, readOnly: null })).toEqual({ kind: 'newer' })
  expect(readDraft({ schema: schemaVersion, document, readOnly: 'newer-schema' })).toEqual({ kind: 'newer' })
})

it('keeps a document with an unknown node out of the editor, which would show and save an empty one', () => {
  const broken = { type: 'doc', content: [{ type: 'headline' }, { type: 'lead' }, { type: 'carousel' }] }
  expect(readDraft({ schema: schemaVersion, document: broken, readOnly: null })).toMatchObject({
    kind: 'invalid',
  })
})

it('keeps a document with an unknown mark or attribute out of the editor and names it', () => {
  const text = { type: 'text', text: 'chữ', marks: [{ type: 'glow' }] }
  const marked = {
    type: 'doc',
    content: [{ type: 'headline' }, { type: 'lead' }, { type: 'paragraph', content: [text] }],
  }
  expect(readDraft({ schema: schemaVersion, document: marked, readOnly: null })).toMatchObject({
    kind: 'invalid',
    reason: expect.stringContaining('glow'),
  })
  const attributed = {
    type: 'doc',
    content: [{ type: 'headline' }, { type: 'lead' }, { type: 'callout', attrs: { tone: 'joy' } }],
  }
  expect(readDraft({ schema: schemaVersion, document: attributed, readOnly: null })).toMatchObject({
    kind: 'invalid',
  })
})
