import { type Problem, problem } from '#common/api/problems/problem'
import type { Article } from '#common/domain/article'
import { blobHash } from '#common/domain/ids'
import { ok, type Result, refuse } from '#common/domain/result'
import { BlobError } from '#main/store/blobs/blob-store'
import { releaseOf } from './decide-order'
import type { ApprovedText } from './payload'
import type { PublishingParts } from './publishing-parts'
import { readText } from './revision-facts'

/** The exact bytes an approval (or an urgent decision) names, with its seal checked (P4); refused when anything of it does not hold. */
export async function readApprovedText(
  { core, verifySeal }: PublishingParts,
  article: Article,
): Promise<Result<ApprovedText, Problem>> {
  const approval = releaseOf(article)
  if (approval === null) return refuse(problem('not-approved'))
  try {
    const revision = await readText(core, blobHash.parse(approval.revision))
    const html = await readText(core, approval.html)
    const verdict = await verifySeal({
      seal: approval.seal,
      article: article.id,
      revision: approval.revision,
      html: approval.html,
    })
    if (!verdict.valid) return refuse(problem('seal-invalid', { reason: verdict.reason ?? '' }))
    const earlier = article.stage === 'approved' ? (article.signed ?? []).map(({ seal }) => seal) : []
    return ok({ approval, earlier, revision, html })
  } catch (error) {
    if (error instanceof BlobError) return refuse(problem('blob-not-found'))
    throw error
  }
}
