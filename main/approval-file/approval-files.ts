import { setImmediate } from 'node:timers/promises'
import { problem } from '#common/api/problems/problem'
import { validate } from '#common/document/validators'
import { ok, refuse } from '#common/domain/result'
import { unreachable } from '#common/domain/unreachable'
import { findAccount } from '#main/accounts/people'
import { checkPassphrase } from '#main/accounts/sign-in'
import { unlockKey } from '#main/accounts/signing-key'
import type { ArticleIndex } from '#main/articles/article-index'
import type { Core, Handlers } from '#main/core/capability'
import type { StoredAccount } from '#main/core/collections'
import type { DraftDesk } from '#main/drafts/draft-desk'
import type { BackgroundWork } from '../background/background-work'
import { proofreadSetting } from '../review/proofread-setting'
import type { Outbox } from '../review/review'
import { answerRequest, decidingKey } from './answer-request'
import { toExchangeView } from './exchange-view'
import { exportRequest } from './export-request'
import { importAnswer } from './import-answer'
import { importRequest } from './import-request'
import { knownKeys } from './known-keys'
import type { OpenedFile } from './open-file'
import { documentIn, readRequest } from './read-request'

type Operations =
  | 'approvalFiles.list'
  | 'approvalFiles.export'
  | 'approvalFiles.import'
  | 'approvalFiles.read'
  | 'approvalFiles.answer'

/** Approval without a line: files that go to a reviewer elsewhere and come back with the decision. */
export function createApprovalFiles(
  core: Core,
  index: ArticleIndex,
  desk: DraftDesk,
  work: BackgroundWork,
  outbox: Outbox,
): Handlers<Operations> {
  return {
    'approvalFiles.list': () =>
      ok({
        exchanges: [...core.store.all('exchanges').values()]
          .sort((a, b) => b.at.localeCompare(a.at))
          .map(exchange => toExchangeView(core, exchange)),
      }),

    'approvalFiles.export': (input, caller) => exportRequest({ core, index, work }, input, caller.account),

    'approvalFiles.import': async (input, caller) => {
      const task = { bytes: await core.store.blobs.read(input.file), keys: knownKeys(core) }
      let found = await work.openFile({ ...task, agreements: [] })
      const encrypted = found.kind === 'encrypted'
      if (encrypted) {
        const agreements = await agreementsOf(findAccount(core, caller.account.id), input.passphrase ?? '')
        if (!agreements.ok) return agreements
        found = await work.openFile({ ...task, agreements: agreements.value })
      }
      const about = { encrypted, fileName: input.fileName, account: caller.account }
      const imported = await take(found, about)
      return imported.ok ? ok({ exchange: toExchangeView(core, imported.value) }) : imported
    },

    'approvalFiles.read': async (input, caller) => {
      const exchange = core.store.get('exchanges', input.exchange)
      if (exchange === undefined) return refuse(problem('approval-file-unknown'))
      const request = await readRequest(core, work, exchange)
      const items = []
      for (const item of request.items) {
        // A batch is read text by text, so that windows are answered in between.
        await setImmediate()
        const document = documentIn(item.body)
        const before = item.base === null ? null : documentIn(item.base.body)
        items.push({
          article: item.article,
          number: item.number,
          headline: item.headline,
          authors: item.authors.map(({ name }) => name),
          revision: item.revision,
          pagePath: `/preview/${exchange.id}?revision=${item.revision}`,
          comparison: await work.compare({ before: before?.toJSON() ?? null, after: document.toJSON() }),
          isNew: before === null,
          checks: validate(document).map(finding => ({ ...finding, params: { ...finding.params } })),
          passages: await work.proofread({ ...proofreadSetting(core), document: document.toJSON() }),
        })
      }
      const mayDecide =
        exchange.direction === 'received' &&
        exchange.answer === null &&
        decidingKey(findAccount(core, caller.account.id), request) !== undefined
      return ok({ exchange: toExchangeView(core, exchange), mayDecide, items })
    },

    'approvalFiles.answer': (input, caller) => answerRequest(core, work, input, caller.account),
  }

  function take(
    found: OpenedFile,
    about: Parameters<typeof importRequest>[2],
  ): ReturnType<typeof importRequest> {
    switch (found.kind) {
      case 'request':
        return importRequest(core, found, about)
      case 'answer':
        return importAnswer({ core, index, desk, outbox }, found.jws, about)
      case 'refused':
        return Promise.resolve(refuse(found.problem))
      case 'encrypted':
        return Promise.resolve(refuse(problem('approval-file-other-person', { name: found.for })))
      default:
        return unreachable(found)
    }
  }

  /** Every key that opens files encrypted for this person. */
  async function agreementsOf(account: StoredAccount | undefined, passphrase: string) {
    if (account === undefined) return refuse(problem('account-not-found'))
    const checked = await checkPassphrase(core, account, passphrase)
    if (!checked.ok) return checked
    const able = account.keys.filter(({ agreementX }) => agreementX !== undefined)
    const unlocked = await Promise.all(able.map(key => unlockKey(key, passphrase)))
    return ok(unlocked.flatMap(key => key?.agreement ?? []))
  }
}
