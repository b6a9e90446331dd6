import { z } from 'zod'
import { articleId } from '../domain/ids'
import { importRecord, past, reference } from '../domain/import'
import { nothing, operation } from './operation'
import { articleView } from './views'

/** What did not come in as it stood; the words stand in the catalogues under `import.loss.*`. */
export const lossKinds = [
  'deleted-text',
  'hidden-text',
  'comments',
  'notes-moved',
  'contents-table',
  'objects',
  'pictures-outside',
  'pictures-unreadable',
  'pictures-too-many',
  'links',
  'symbols',
  'sheets',
  'rows',
  'page-parts',
  'doubled-text',
  'active-parts',
] as const
export type LossKind = (typeof lossKinds)[number]

const importId = z.string().regex(/^[a-z2-7]{26}$/)

/** A file that was read and waits for a decision; nothing of it is in the newsroom yet. */
export const importView = z.strictObject({
  id: importId,
  fileName: z.string(),
  headline: z.string(),
  words: z.int(),
  pictures: z.int(),
  tables: z.int(),
  /** Path of the page as readers would see it. */
  pagePath: z.string(),
  /** Paragraphs in old fonts, the first of them; `changedParagraphs` counts all. */
  changes: z.array(z.strictObject({ before: z.string(), after: z.string(), guessed: z.boolean() })),
  changedParagraphs: z.int(),
  losses: z.array(z.strictObject({ kind: z.enum(lossKinds), count: z.int() })),
  sourceName: z.string().nullable(),
  /** Set for a page that was saved from a portal. */
  past: past.nullable(),
  references: z.array(reference),
  /** The file may go along for readers to download. */
  attachable: z.boolean(),
})
export type ImportView = z.infer<typeof importView>

const oneImport = z.strictObject({ import: importId })
const onArticle = z.strictObject({ article: articleId })

/** A page of an older portal that can be taken over. */
export const pastPage = z.strictObject({
  url: z.string(),
  headline: z.string(),
  publishedAt: z.string().nullable(),
  /** An article of ours came from this address. */
  known: z.boolean(),
})
export type PastPage = z.infer<typeof pastPage>

export const importOperations = {
  /** Makes a draft of a file that was read; discarding the draft undoes all of it. */
  'imports.accept': operation(
    'article.write',
    oneImport.extend({
      kind: z.string().max(40),
      /** False leaves text in old fonts as it stands in the file. */
      repaired: z.boolean(),
      /** The file itself becomes an attachment that readers can download. */
      attach: z.boolean(),
      /** Readers have it on the portal already. */
      past: z.boolean(),
    }),
    articleView,
  ),
  /** The body of a file that was read, for an open article; its pictures are stored. */
  'imports.insert': operation(
    'article.read',
    oneImport.extend({ repaired: z.boolean() }),
    z.strictObject({ blocks: z.array(z.record(z.string(), z.unknown())) }),
  ),
  'imports.discard': operation('signed-in', oneImport, nothing),
  /** The file an article came from, or null. */
  'imports.of': operation('article.read', onArticle, z.strictObject({ record: importRecord.nullable() })),
  /** An article from the past becomes one like any other: it can be approved and pushed as a page of its own. */
  'imports.release': operation('article.edit-others', onArticle, articleView),
  /** Articles of an older portal, newest first: by WordPress' interface, else by its RSS. */
  'imports.listPast': operation(
    'article.write',
    z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(500), page: z.int().min(1).max(1_000) }),
    z.strictObject({ pages: z.array(pastPage), more: z.boolean() }),
  ),
  /** Takes one of them over as an article from the past. */
  'imports.takePast': operation(
    'article.write',
    z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(2_000) }),
    articleView,
  ),
} as const
