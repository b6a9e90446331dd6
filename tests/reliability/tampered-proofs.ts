import { seededRandom } from '#tests/support/power-cut-disk'
import { tamperApprovalFile, tamperRevision } from './tampered-approvals'
import { tamperPack } from './tampered-pack'
import { tamperOnce } from './tampering'

const kinds = [tamperRevision, tamperApprovalFile, tamperPack] as const

/** T2: one change of a revision, an approval file, a pack or the journal, in turn; each is noticed and named. */
export async function tamperProof(seed: number): Promise<number> {
  const kind = kinds[seed % (kinds.length + 1)]
  try {
    if (kind === undefined) await tamperOnce(seed)
    else await kind(seededRandom(seed))
  } catch (cause) {
    throw new Error(`seed ${seed}: ${kind?.name ?? 'the journal'}`, { cause })
  }
  return 1
}
