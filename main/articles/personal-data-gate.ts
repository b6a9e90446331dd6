import type { Node } from 'prosemirror-model'
import { z } from 'zod'
import { type Problem, problem } from '#common/api/problems/problem'
import { textBlocks } from '#common/document/text-blocks'
import type { Account } from '#common/domain/account'
import type { Article } from '#common/domain/article'
import { instantNow } from '#common/domain/environment'
import {
  type KeptDecision,
  keptDecision,
  type PersonalDataDecision,
  type PersonalDataFinding,
} from '#common/domain/personal-data'
import { ok, type Result, refuse } from '#common/domain/result'
import { findPersonalData } from '#common/vietnamese/personal-data/find-personal-data'
import { basesOn } from '#common/vietnamese/personal-data/legal-bases'
import { mask } from '#common/vietnamese/personal-data/mask'
import type { Core } from '#main/core/capability'
import type { NewsroomCollections } from '#main/core/collections'
import { readNames } from '#main/names/names'
import type { Change } from '#main/store/store'
import { sha256 } from './freeze'

const aroundCharacters = 40

/** Personal data of a draft, each with what was decided about it before. */
export function personalDataOf(core: Core, article: Article['id'], document: Node): PersonalDataFinding[] {
  const blocks = textBlocks(document)
  const kept = keptDecisions(core, article)
  return findPersonalData(blocks, readNames(core).officialContacts).map(
    ({ kind, block, from, to, text, masked }) => {
      const { text: whole = '', start = 0 } = blocks[block] ?? {}
      const digest = digestOf(article, kind, text)
      return {
        kind,
        text,
        masked,
        before: whole.slice(Math.max(0, from - aroundCharacters), from),
        after: whole.slice(to, to + aroundCharacters),
        from: start + from,
        to: start + to,
        decided: kept.find(decision => decision.digest === digest) ?? null,
      }
    },
  )
}

/** What a submission records about the personal data in its text. */
export interface PassedGate {
  readonly changes: readonly Change<NewsroomCollections>[]
  readonly decisions: readonly KeptDecision[]
}

/**
 * Lets a text pass when every piece of personal data in it is covered by a decision, now or earlier. Main looks for
 * itself: what the caller claims to have found does not count.
 */
export function passPersonalDataGate(
  core: Core,
  article: Article['id'],
  document: Node,
  account: Account,
  decisions: readonly PersonalDataDecision[],
): Result<PassedGate, Problem> {
  const findings = personalDataOf(core, article, document)
  if (findings.length === 0) return ok({ changes: [], decisions: [] })
  const at = instantNow(core.environment)
  const bases = basesOn(at.slice(0, 10))
  const kept: KeptDecision[] = []
  let open = 0
  for (const { kind, text, decided } of findings) {
    const decision = decisions.find(one => one.kind === kind && one.text === text)
    const basis = bases.find(({ id }) => id === decision?.basis)
    if (decision !== undefined && basis === undefined)
      return refuse(problem('personal-data-basis', { basis: decision.basis }))
    if (basis?.needsNote === true && decision?.note === '') return refuse(problem('personal-data-note'))
    if (decision !== undefined) {
      const digest = digestOf(article, kind, text)
      const { basis: id, note } = decision
      kept.push({ kind, digest, masked: mask(kind, text), basis: id, note, by: account.id, at })
    } else if (decided !== null) kept.push(decided)
    else open += 1
  }
  if (open > 0) return refuse(problem('personal-data-open', { count: open }))
  const unique = kept.filter((one, index) => kept.findIndex(other => other.digest === one.digest) === index)
  const change: Change<NewsroomCollections> = {
    collection: 'settings',
    put: { id: recordId(article), value: unique },
  }
  return ok({ changes: [change], decisions: unique })
}

function keptDecisions(core: Core, article: Article['id']): readonly KeptDecision[] {
  const stored = core.store.get('settings', recordId(article))
  return stored === undefined ? [] : z.array(keptDecision).parse(stored.value)
}

function recordId(article: Article['id']): string {
  return `personal-data.${article}`
}

/** Salted by the article: one number in two articles cannot be recognised from the records. */
function digestOf(article: Article['id'], kind: string, text: string): string {
  return sha256(`${article}\n${kind}\n${text}`)
}
