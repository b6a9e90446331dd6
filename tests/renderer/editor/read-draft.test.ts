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
  const broken = { type: 'doc', content: [{ type: 'headline' }, { type: 'lead' }, { type: 'gallery' }] }
  expect(readDraft({ schema: schemaVersion, document: broken, readOnly: null })).toMatchObject({
    kind: 'invalid',
  })
})
