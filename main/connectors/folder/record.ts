import { join } from 'node:path'
import { z } from 'zod'
import { remoteArticle } from '#common/api/portal-api'
import { type ArticleId, articleId, instant } from '#common/domain/ids'
import type { Files } from '#main/store/files/files'
import { replaceFile } from '#main/store/files/replace-file'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const notice = z.strictObject({ number: z.int().positive(), text: z.string(), at: instant })

/** What the folder shows of one article, and which decision brought it there. Written before the page it describes. */
export const folderRecord = z.strictObject({
  v: z.literal(1),
  article: articleId,
  sequence: remoteArticle.shape.sequence,
  state: remoteArticle.shape.state,
  revision: remoteArticle.shape.revision,
  html: remoteArticle.shape.html,
  at: instant,
  slug: z.string().regex(/^[a-z0-9-]{1,200}$/),
  /** SHA-256 of the page as we write it; null where there is none. */
  page: hash.nullable(),
  /** Of the page the decision before left: a power cut between record and page leaves that one standing. */
  before: hash.nullable(),
  headline: z.string(),
  lead: z.string(),
  category: z.string(),
  publishedAt: instant,
  corrections: z.array(notice),
})
export type FolderRecord = z.infer<typeof folderRecord>

const directory = 'du-lieu'

export async function readRecord(
  files: Files,
  root: string,
  article: ArticleId,
): Promise<FolderRecord | null> {
  return parse(await files.read(join(root, directory, `${article}.json`)))
}

export async function readRecords(files: Files, root: string): Promise<FolderRecord[]> {
  const found: FolderRecord[] = []
  for (const name of await files.names(join(root, directory))) {
    if (!name.endsWith('.json')) continue
    const record = parse(await files.read(join(root, directory, name)))
    if (record !== null) found.push(record)
  }
  return found
}

export async function writeRecord(files: Files, root: string, record: FolderRecord): Promise<void> {
  await files.makeDirectory(join(root, directory))
  await replaceFile(
    files,
    join(root, directory, `${record.article}.json`),
    Buffer.from(JSON.stringify(record)),
  )
}

/** A record that somebody broke is none: the article is then written anew. */
function parse(bytes: Uint8Array | null): FolderRecord | null {
  if (bytes === null) return null
  try {
    return folderRecord.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null
  } catch {
    return null
  }
}
