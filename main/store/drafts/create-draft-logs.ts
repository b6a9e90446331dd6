import { join } from 'node:path'
import { instantNow } from '#common/domain/environment'
import type { ArticleId } from '#common/domain/ids'
import { makeDurableDirectory } from '../files/make-durable-directory'
import type { Quarantine } from '../quarantine'
import { type DraftFiles, draftFiles } from './draft-files'
import type { DraftLog, DraftLogs } from './draft-logs'
import { type DraftContext, openDraftLog } from './open-draft-log'
import { recoverDraft } from './recover-draft'

/** The draft logs as the store itself sees them. */
export interface OwnedDraftLogs extends DraftLogs {
  /** Syncs and closes every open log; rejects with the first failure when all are closed. */
  closeAll(): Promise<void>
}

export function createDraftLogs(
  context: DraftContext & { readonly quarantine: Quarantine },
  workspaceDirectory: string,
): OwnedDraftLogs {
  const { files, environment, health } = context
  const directory = join(workspaceDirectory, 'drafts')
  const opened = new Map<ArticleId, Promise<DraftLog>>()

  function open(article: ArticleId): Promise<DraftLog> {
    const known = opened.get(article)
    if (known !== undefined) return known
    const opening = recoverAndOpen(article, draftFiles(files, directory, article))
    opened.set(article, opening)
    opening.catch(() => opened.delete(article))
    return opening
  }

  async function recoverAndOpen(article: ArticleId, draft: DraftFiles): Promise<DraftLog> {
    const quarantine = health.current.kind === 'writable' ? context.quarantine : null
    const recovered = await recoverDraft(files, draft, quarantine, article)
    return openDraftLog(context, article, draft, recovered, () => opened.delete(article))
  }

  return {
    open,
    async create(article, document) {
      health.assertWritable()
      const draft = draftFiles(files, directory, article)
      const { snapshots, logs } = await draft.list()
      if (snapshots.length + logs.length > 0) throw new RangeError(`article ${article} already has a draft`)
      await opened.get(article)?.then(log => log.close())
      await makeDurableDirectory(files, draft.directory)
      await draft.writeSnapshot({ version: 0, at: instantNow(environment), document })
      return open(article)
    },
    async remove(article) {
      health.assertWritable()
      await opened.get(article)?.then(log => log.close())
      const draft = draftFiles(files, directory, article)
      for (const name of await files.names(draft.directory)) await files.remove(join(draft.directory, name))
      await files.removeDirectory(draft.directory)
      await files.syncDirectory(directory)
    },
    async closeAll() {
      const closed = await Promise.allSettled(
        [...opened.values()].map(async opening => (await opening).close()),
      )
      for (const result of closed) if (result.status === 'rejected') throw result.reason
    },
  }
}
