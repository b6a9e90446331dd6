import { join } from 'node:path'
import { Node } from 'prosemirror-model'
import { Step } from 'prosemirror-transform'
import { blobsOf } from '#common/document/revision-body'
import { schema } from '#common/document/schema'
import type { ArticleId } from '#common/domain/ids'
import { isStored } from '#main/drafts/live-draft'
import { blobPath } from '#main/store/blobs/blob-files'
import { draftFiles } from '#main/store/drafts/draft-files'
import { recoverDraft } from '#main/store/drafts/recover-draft'
import type { Files } from '#main/store/files/files'
import { type Passage, passagesOf } from './passages'

export interface ReadArticle {
  /** Of the draft; -1 when there is none that can be read. */
  readonly version: number
  readonly passages: readonly Passage[]
}

export type ReadArticleText = (article: string) => Promise<ReadArticle>

/**
 * Reads the newest text of an article from its draft log, with the words of its files (`fileTexts`: the blob that holds
 * them, by the file's hash), touching nothing. What cannot be read has no words.
 */
export function createArticleReader(
  files: Files,
  workspaceDirectory: string,
  fileTexts: ReadonlyMap<string, string>,
): ReadArticleText {
  const directory = join(workspaceDirectory, 'drafts')

  async function filePassages(document: Node): Promise<Passage[]> {
    const found: Passage[] = []
    for (const { hash, use } of blobsOf(document)) {
      const text = use === 'file' ? fileTexts.get(hash) : undefined
      const bytes = text === undefined ? null : await files.read(blobPath(workspaceDirectory, text))
      if (bytes !== null) found.push({ part: 'files', text: new TextDecoder().decode(bytes) })
    }
    return found
  }

  return async article => {
    try {
      const draft = draftFiles(files, directory, article as ArticleId)
      const { snapshot, frames } = await recoverDraft(files, draft, null, article)
      const stored = snapshot?.document
      if (snapshot === null || !isStored(stored)) return { version: -1, passages: [] }
      let document = Node.fromJSON(schema, stored.document)
      let { version } = snapshot
      for (const json of frames.flatMap(frame => frame.steps)) {
        document = Step.fromJSON(schema, json).apply(document).doc ?? document
        version += 1
      }
      return { version, passages: [...passagesOf(document), ...(await filePassages(document))] }
    } catch {
      return { version: -1, passages: [] }
    }
  }
}
