import type { Node } from 'prosemirror-model'
import type { ImportView, importOperations } from '#common/api/import-operations'
import { type Problem, problem } from '#common/api/problems/problem'
import { arranged } from '#common/document/arrange'
import { canonicalDocument } from '#common/document/canonical'
import { checkDocument } from '#common/document/check'
import { summarize } from '#common/document/summary'
import { toHtml } from '#common/document/to-html'
import type { Account } from '#common/domain/account'
import { instantNow } from '#common/domain/environment'
import { findKind } from '#common/domain/kinds/registry'
import { ok, type Result, refuse } from '#common/domain/result'
import type { ArticleIndex } from '#main/articles/article-index'
import type { Articles } from '#main/articles/articles'
import { viewArticle } from '#main/articles/view-article'
import { auditEvent, type Handlers } from '#main/core/capability'
import { type DraftDesk, findArticle } from '#main/drafts/draft-desk'
import type { PreparedMedia } from '#main/media/media'
import { pageOf } from '#main/review/preview'
import type { ImportTask } from './import-task'
import { type PendingImport, PendingImports } from './pending-imports'
import { type ImportTools, readImport } from './read-import'

type Operations = keyof typeof importOperations

export interface Imports {
  readonly handlers: Handlers<Operations>
  /** Reads a file and keeps what it would become until somebody decides. */
  read(bytes: Uint8Array, fileName: string, account: Account): Promise<Result<ImportView, Problem>>
  /** The page it would become, as the portal shows it; null when there is no such import of this person. */
  page(id: string, repaired: boolean, account: Account): string | null
  /** A picture of a page that `page` shows. */
  picture(hash: string): PreparedMedia | null
}

interface Parts extends ImportTools {
  readonly articles: Pick<Articles, 'create'>
  readonly index: ArticleIndex
  readonly desk: DraftDesk
}

interface Wishes {
  readonly kind: string
  readonly repaired: boolean
  readonly attach: boolean
  readonly past: boolean
}

export function createImports(parts: Parts): Imports {
  const { core, media, index, desk } = parts
  const pending = new PendingImports(core.environment.now)

  async function read(task: ImportTask, account: Account): Promise<Result<PendingImport, Problem>> {
    const found = await readImport(parts, task, account)
    if (found.ok) pending.add(found.value)
    return found
  }

  /** Pictures first, then the article that names them: the other way round a crash would leave holes. */
  async function accept(item: PendingImport, wishes: Wishes, account: Account) {
    const kind = findKind(wishes.kind)
    if (kind === undefined) return refuse(problem('unknown-kind', { kind: wishes.kind }))
    for (const picture of item.pictures.values()) {
      const kept = await media.keep(picture, account)
      if (!kept.ok) return kept
    }
    const attached = wishes.attach && item.view.attachable ? await attach(item, account) : ok(null)
    if (!attached.ok) return attached
    const document = documentOf(item, wishes.repaired, kind.id, attached.value)
    if (!document.ok) return document
    const { hash } = await core.store.blobs.put(item.original)
    const { fileName, past, references } = item.view
    const article = await parts.articles.create(document.value, account, {
      ...(wishes.past && past !== null ? { past } : {}),
      more: id => [
        {
          collection: 'imports',
          put: {
            id,
            fileName,
            sizeBytes: item.original.length,
            original: hash,
            by: account.id,
            at: instantNow(core.environment),
            references,
          },
        },
      ],
    })
    pending.remove(item.view.id)
    return ok(await viewArticle(core, index, desk, article, account))
  }

  async function attach(item: PendingImport, account: Account) {
    const prepared = await media.prepare(item.original, item.view.fileName)
    if (!prepared.ok) return prepared
    const kept = await media.keep(prepared.value, account)
    if (!kept.ok) return kept
    const { hash: file, fileName, mediaType, sizeBytes } = kept.value
    return ok({ type: 'attachment', attrs: { file, fileName, mediaType, sizeBytes } })
  }

  const found = (id: string, account: Account): Result<PendingImport, Problem> => {
    const item = pending.find(id, account.id)
    return item === null ? refuse(problem('import-not-found')) : ok(item)
  }

  const handlers: Handlers<Operations> = {
    'imports.accept': async (input, { account }) => {
      const item = found(input.import, account)
      return item.ok ? accept(item.value, input, account) : item
    },

    'imports.insert': async (input, { account }) => {
      const item = found(input.import, account)
      if (!item.ok) return item
      for (const picture of item.value.pictures.values()) {
        const kept = await media.keep(picture, account)
        if (!kept.ok) return kept
      }
      const document = documentOf(item.value, input.repaired, 'news', null)
      if (!document.ok) return document
      pending.remove(input.import)
      return ok({ blocks: document.value.children.slice(2).map(node => node.toJSON()) })
    },

    'imports.discard': (input, { account }) => {
      if (pending.find(input.import, account.id) !== null) pending.remove(input.import)
      return ok({})
    },

    'imports.of': input => ok({ record: core.store.get('imports', input.article) ?? null }),

    'imports.release': async (input, { account }) => {
      const article = findArticle(core, input.article)
      if (!article.ok) return article
      const { past, ...put } = article.value
      const event = auditEvent(core, 'import.released', account.id, put.id, { url: past?.url ?? null })
      await core.store.commit({ event, changes: [{ collection: 'articles', put }] })
      core.announce({ kind: 'articles-changed', articles: [put.id] })
      return ok(await viewArticle(core, index, desk, put, account))
    },

    // Seldom asked for, so its parser is not part of what starts the program.
    'imports.listPast': async ({ url, page }) => {
      const { listPast } = await import('./past/past-pages')
      return listPast(url, page, address => index.newestFirst().some(({ past }) => past?.url === address))
    },

    'imports.takePast': async ({ url }, { account }) => {
      const { takePast } = await import('./past/past-pages')
      const fetched = await takePast(url)
      if (!fetched.ok) return fetched
      const item = await read(fetched.value, account)
      if (!item.ok) return item
      const past = item.value.view.past ?? { url, publishedAt: null }
      const named = { ...item.value, view: { ...item.value.view, past: { ...past, url } } }
      return accept(named, { kind: 'news', repaired: true, attach: false, past: true }, account)
    },
  }

  return {
    handlers,
    read: async (bytes, fileName, account) => {
      const item = await read({ bytes, fileName: fileName.normalize('NFC').slice(-200) }, account)
      return item.ok ? ok(item.value.view) : item
    },
    page: (id, repaired, account) => {
      const item = pending.find(id, account.id)
      const document = item === null ? null : documentOf(item, repaired, 'news', null)
      if (document === null || !document.ok) return null
      const canonical = canonicalDocument(document.value)
      return pageOf(core, summarize(canonical), toHtml(canonical))
    },
    picture: hash => pending.picture(hash),
  }
}

function documentOf(
  item: PendingImport,
  repaired: boolean,
  kind: string,
  attachment: object | null,
): Result<Node, Problem> {
  const json = repaired ? item.document : (item.unrepaired ?? item.document)
  const attrs = typeof json.attrs === 'object' ? json.attrs : {}
  const content = Array.isArray(json.content) ? json.content : []
  const read = checkDocument({ ...json, attrs: { ...attrs, kind }, content })
  if (!read.ok) return read
  const article = arranged(read.value)
  if (attachment === null) return ok(article)
  return checkDocument({
    ...article.toJSON(),
    content: [...article.children.map(block => block.toJSON()), attachment],
  })
}
