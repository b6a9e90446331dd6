import { isAbsolute } from 'node:path'
import type { Output } from '#common/api/contract'
import { problem } from '#common/api/problems/problem'
import type { InspectionScope } from '#common/api/records-operations'
import type { ArticleId } from '#common/domain/ids'
import { ok, refuse } from '#common/domain/result'
import { nameOf } from '#main/accounts/people'
import { readOrganisation } from '#main/accounts/workspace-settings'
import { auditEvent, type Core, type Handlers } from '#main/core/capability'
import type { TaskBench } from '#main/safekeeping/task-bench'
import type { WorkstationKey } from '../records/workstation-key'
import { articlesIn } from './inspection-scope'

/** A pack of more articles opens too slowly on a commune's PC. */
const mostArticles = 1_000
/** A page heavier than this takes a commune's PC too long to open; a shorter period makes a lighter one. */
const mostBytes = 60_000_000

interface Options {
  readonly core: Core
  readonly bench: Pick<TaskBench, 'run'>
  readonly key: () => Promise<WorkstationKey | null>
  /** Name of this machine. */
  readonly machine: string
}

/** Hồ sơ kiểm tra: everything about some articles as one zip that proves itself without this program. */
export function createInspection({
  core,
  bench,
  key,
  machine,
}: Options): Handlers<'inspection.preview' | 'inspection.make'> {
  return {
    'inspection.preview': ({ scope }) => {
      const articles = articlesIn(core, scope)
      return ok(contents(core, new Set(articles)))
    },

    'inspection.make': async ({ scope, comments, folder }, { account }) => {
      const articles = articlesIn(core, scope)
      if (articles.length === 0) return refuse(problem('inspection-empty'))
      if (articles.length > mostArticles)
        return refuse(problem('inspection-too-many', { count: articles.length, most: mostArticles }))
      if (!isAbsolute(folder)) return refuse(problem('folder-not-found', { path: folder }))
      const signer = await key()
      if (signer === null) return refuse(problem('secrets-locked'))
      const period = periodOf(scope)
      const made = await bench.run({
        kind: 'inspect',
        workspace: core.store.directory,
        folder,
        organisation: readOrganisation(core)?.name ?? '',
        madeBy: account.name,
        articles,
        comments,
        period,
        mostBytes,
        machine: { kid: signer.kid, publicJwk: signer.publicJwk, name: machine },
        privateJwk: signer.privateJwk,
      })
      if (!made.ok) return made
      const details = { articles: made.value.articles, comments, sha256: made.value.sha256, ...period }
      await core.store.commit({
        event: auditEvent(core, 'inspection.made', account.id, null, details),
        changes: [],
      })
      return ok(made.value)
    },
  }
}

function periodOf(scope: InspectionScope) {
  return scope.kind === 'period' ? { from: scope.from, to: scope.to } : null
}

/** What a pack would hold, for the person who is about to hand it out. */
function contents(core: Core, articles: ReadonlySet<ArticleId>): Output<'inspection.preview'> {
  const { store } = core
  const people = new Set<string>()
  let revisions = 0
  let approvals = 0
  let pushes = 0
  let comments = 0
  for (const { article, origin, by, authors } of store.all('revisions').values()) {
    if (!articles.has(article) || origin !== undefined) continue
    revisions += 1
    for (const id of [by, ...authors]) people.add(id)
  }
  for (const { article, by } of store.all('approvals').values()) {
    if (!articles.has(article)) continue
    approvals += 1
    people.add(by)
  }
  for (const { article, queuedBy } of store.all('jobs').values()) {
    if (!articles.has(article)) continue
    pushes += 1
    if (queuedBy !== null) people.add(queuedBy)
  }
  for (const thread of store.all('threads').values())
    if (articles.has(thread.article)) comments += thread.comments.length
  const headlines = [...articles].slice(0, 100).map(id => store.get('articles', id)?.headline ?? '')
  return {
    articles: articles.size,
    headlines,
    revisions,
    approvals,
    pushes,
    comments,
    people: [...people].map(id => nameOf(core, id)).sort((a, b) => a.localeCompare(b, 'vi')),
  }
}
