import type { Node } from 'prosemirror-model'
import { Slice } from 'prosemirror-model'
import { DocAttrStep, ReplaceStep, type Step } from 'prosemirror-transform'
import { type Problem, problem } from '#common/api/problems/problem'
import type { Account } from '#common/domain/account'
import { instantNow } from '#common/domain/environment'
import type { ArticleId } from '#common/domain/ids'
import { ok, type Result, refuse } from '#common/domain/result'
import type { Core } from '#main/core/capability'
import type { DraftDesk } from './draft-desk'
import { writeRefusal } from './may-write'

/**
 * Makes a draft equal to a document, as one change, and syncs it. A document from `outside` brings no suggestion of
 * anybody else; one this draft itself held before (`own-past`) may.
 */
export async function replaceDraft(
  core: Core,
  desk: DraftDesk,
  article: ArticleId,
  document: Node,
  account: Account,
  source: 'outside' | 'own-past',
): Promise<Result<{ readonly version: number; readonly savedAt: string }, Problem>> {
  const opened = await desk.openFor(article, account)
  if (!opened.ok) return opened
  const draft = opened.value
  const refusal = writeRefusal(core, draft, account)
  if (refusal !== null) return refuse(refusal)
  if (source === 'outside' && !draft.suggestions.admits(document, account.id))
    return refuse(problem('suggestion-of-another'))
  const steps = stepsTo(draft.document, document).map(step => step.toJSON())
  if (steps.length > 0) {
    const at = instantNow(core.environment)
    const reached = await desk.accept(draft, draft.version, {
      at,
      account: account.id,
      client: 'replace',
      steps,
    })
    if (!reached.ok) return reached
  }
  return ok(await desk.flush(draft))
}

/** The steps that turn one document into another: the differing stretch replaced, each differing field set. */
function stepsTo(from: Node, to: Node): Step[] {
  const fields = Object.keys(to.attrs)
    .filter(key => JSON.stringify(from.attrs[key]) !== JSON.stringify(to.attrs[key]))
    .map(key => new DocAttrStep(key, to.attrs[key]))
  const start = from.content.findDiffStart(to.content)
  if (start === null) return fields
  return [new ReplaceStep(0, from.content.size, new Slice(to.content, 0, 0)), ...fields]
}
