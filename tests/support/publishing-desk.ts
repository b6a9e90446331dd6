import { createHash } from 'node:crypto'
import { setImmediate, setTimeout } from 'node:timers/promises'
import type { Event } from '#common/api/events'
import type { Answer } from '#common/api/operation'
import type { PublishingView } from '#common/api/views'
import { summarize } from '#common/document/summary'
import { rendererVersion } from '#common/document/to-html'
import type { Account } from '#common/domain/account'
import type { Article } from '#common/domain/article'
import { type AccountId, type ArticleId, accountId, type BlobHash, blobHash } from '#common/domain/ids'
import type { Job } from '#common/domain/job'
import { type Publication, publicationId } from '#common/domain/publication'
import { Keyring } from '#main/accounts/keyring'
import { organisationChange } from '#main/accounts/workspace-settings'
import { ArticleIndex } from '#main/articles/article-index'
import { createPortalApiConnector } from '#main/connectors/portal-api/connector'
import type { Caller, Core, NewsroomStore } from '#main/core/capability'
import { collections, type NewsroomCollections, type StoredAccount } from '#main/core/collections'
import { watchStore } from '#main/core/watch-store'
import { createPublishing, type Publishing } from '#main/publishing/publishing'
import type { ConnectorFor, VerifySeal } from '#main/publishing/publishing-parts'
import { verifySeal } from '#main/review/seal'
import type { Files } from '#main/store/files/files'
import { nodeFiles } from '#main/store/files/node-files'
import { openStore } from '#main/store/open-store'
import type { FaultPortal } from './fault-portal'
import { type ManualClock, manualClock } from './manual-clock'
import {
  type ArticleText,
  createReviewer,
  type SealedArticle,
  sealArticle,
  type TestReviewer,
  testId,
} from './sealed-article'
import { temporaryWorkspace } from './temporary-workspace'

/** Publishing over a real store, with a clock of its own and one reviewer; no other part of the newsroom. */
export interface PublishingDesk {
  readonly clock: ManualClock
  readonly store: NewsroomStore
  readonly core: Core
  readonly publishing: Publishing
  readonly events: Event[]
  readonly reviewer: TestReviewer
  readonly operator: Caller
  connect(portal: FaultPortal): Promise<void>
  /** Puts an approved article into the store, or approves a new text of one that is there. */
  approve(text?: ArticleText): Promise<SealedArticle>
  /** What `articles.reopen` does. */
  reopen(article: ArticleId): Promise<void>
  addBlob(bytes: Uint8Array, mediaType?: string): Promise<BlobHash>
  push(...articles: ArticleId[]): Promise<void>
  /** Lets the runner work, moving the clock over every wait, until nothing moves any more or the hours are over. */
  settle(hours?: number): Promise<void>
  /** Lets the runner work until it rests, without moving the clock. */
  rest(): Promise<void>
  jobs(article?: ArticleId): Job[]
  publication(article: ArticleId): Publication | undefined
  view(): Promise<PublishingView>
  /** A new process over the same folder; the old one has died where it stood. */
  restart(options?: DeskOptions): Promise<PublishingDesk>
  close(): Promise<void>
}

export interface DeskOptions {
  readonly clock?: ManualClock
  readonly connectorFor?: ConnectorFor
  readonly files?: Files
  readonly verifySeal?: VerifySeal
  readonly signCheckpoint?: () => Promise<string | null>
}

/** Connectors with limits short enough for tests, long enough for a busy machine. */
export function quickConnectors(clock: ManualClock, deadlineMs = 10_000): ConnectorFor {
  const limits = { connectTimeoutMs: 5_000, deadlineMs }
  return ({ url }, token) => createPortalApiConnector({ url, token, now: clock.environment.now, limits })
}

export async function openPublishingDesk(options: DeskOptions = {}): Promise<PublishingDesk> {
  const clock = options.clock ?? manualClock()
  const directory = await temporaryWorkspace()
  const reviewer = await createReviewer()
  const operator = await testAccount('operator', accountId.parse(testId()))
  const desk = await openAt(directory, 1, clock, reviewer, operator, options)
  const reviewerAccount: StoredAccount = {
    ...testAccountRecord('reviewer', reviewer.account),
    keys: [
      {
        kid: reviewer.kid,
        publicJwk: reviewer.registration.publicJwk,
        demo: true,
        createdAt: desk.at(),
        retiredAt: null,
        openPrivate: null,
        wrappedPrivate: null,
      },
    ],
  }
  await desk.store.commit({
    event: { type: 'test.set-up', at: desk.at(), actor: null, subject: null, details: {} },
    changes: [
      { collection: 'accounts', put: testAccountRecord('operator', operator.id) },
      { collection: 'accounts', put: reviewerAccount },
      organisationChange({ name: 'Xã Mẫu', demo: true }),
    ],
  })
  return desk
}

async function openAt(
  directory: string,
  epoch: number,
  clock: ManualClock,
  reviewer: TestReviewer,
  operator: Account,
  options: DeskOptions = {},
): Promise<PublishingDesk & { at(): string }> {
  const opened = await openStore<NewsroomCollections>({
    directory,
    collections,
    files: options.files ?? nodeFiles(),
    environment: clock.environment,
    epoch,
  })
  const events: Event[] = []
  const index = new ArticleIndex(opened)
  const store = watchStore(opened, '', changes => index.heed(changes))
  const core: Core = { store, environment: clock.environment, announce: event => events.push(event) }
  const secrets = new Keyring(core, () => true)
  const publishing = createPublishing({
    core,
    index,
    secrets,
    verifySeal: options.verifySeal ?? (sealed => verifySeal(core, sealed)),
    connectorFor: options.connectorFor ?? quickConnectors(clock),
    timer: clock.timer,
    signCheckpoint: options.signCheckpoint ?? (async () => null),
  })
  const { handlers, runner } = publishing
  const caller: Caller = { session: { account: operator.id }, account: operator }
  const at = () => new Date(clock.environment.now()).toISOString()
  const event = (type: string, subject: string) => ({ type, at: at(), actor: null, subject, details: {} })

  const desk: PublishingDesk & { at(): string } = {
    at,
    clock,
    store,
    core,
    publishing,
    events,
    reviewer,
    operator: caller,
    async connect(portal) {
      const { publishToken, adminToken } = portal.portal.credentials
      const connect = { url: portal.url, name: 'Cổng thử', publishToken, adminToken }
      value(await handlers['portals.connect'](connect, caller))
    },
    async approve(text = {}) {
      const sealed = await sealArticle(reviewer, text)
      await store.commit(approval(store, sealed, reviewer.account, at()))
      return sealed
    },
    async reopen(article) {
      const before = store.get('articles', article)
      if (before === undefined) throw new Error('no such article')
      const put: Article = { ...before, stage: 'draft', approval: null }
      const changes = [{ collection: 'articles', put } as const, ...publishing.outbox.holdUnsent(article)]
      await store.commit({ event: event('article.reopen', article), changes })
    },
    async addBlob(bytes, mediaType = 'image/png') {
      const { hash, size } = await store.blobs.put(bytes)
      const put = {
        id: hash,
        fileName: 'anh.png',
        mediaType,
        sizeBytes: size,
        width: 1,
        height: 1,
        addedAt: at(),
      }
      await store.commit({ event: event('media.added', hash), changes: [{ collection: 'media', put }] })
      return hash
    },
    async push(...articles) {
      value(await handlers['publishing.push'](articles.length === 0 ? {} : { articles }, caller))
    },
    async settle(hours = 24) {
      const endMs = clock.nowMs + hours * 3_600_000
      await desk.rest()
      while (clock.nowMs < endMs && isMoving(store)) {
        clock.advance(Math.max(1, clock.untilNext() ?? 60_000))
        await desk.rest()
      }
    },
    async rest() {
      runner.start()
      runner.wake()
      // The runner rests exactly when it waits on the clock. A server on this machine wants the processor meanwhile.
      for (let turns = 0; turns === 0 || clock.untilNext() === null; turns += 1)
        await (turns < 200 ? setImmediate() : setTimeout(2))
    },
    jobs: article =>
      [...store.all('jobs').values()]
        .filter(job => article === undefined || job.article === article)
        .sort((a, b) => a.queued - b.queued),
    publication: article => {
      const [portal] = store.all('portals').keys()
      return portal === undefined ? undefined : store.get('publications', publicationId(portal, article))
    },
    view: async () => value(await handlers['publishing.read']({}, caller)),
    restart: (more = {}) => openAt(directory, epoch + 1, clock, reviewer, operator, more),
    async close() {
      await runner.stop()
      await store.close()
    },
  }
  return desk
}

/** The value of an answer that must not be a problem. */
export function value<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.problem)}`)
  return answer.value
}

function isMoving(store: NewsroomStore): boolean {
  return [...store.all('jobs').values()].some(job => ['waiting', 'sending', 'unknown'].includes(job.state))
}

function approval(store: NewsroomStore, sealed: SealedArticle, by: AccountId, at: string) {
  const before = store.get('articles', sealed.article)
  const author = accountId.parse(testId())
  const number = (before?.revisionNumber ?? 0) + 1
  const put: Article = {
    id: sealed.article,
    ...summarize(sealed.document),
    stage: 'approved',
    createdBy: before?.createdBy ?? author,
    createdAt: before?.createdAt ?? at,
    ...(before?.past !== undefined && { past: before.past }),
    changedBy: by,
    changedAt: at,
    changed: store.head.sequence + 1,
    authors: [author],
    frozenVersion: 1,
    revision: sealed.revisionHash,
    revisionNumber: number,
    claim: null,
    returned: null,
    approval: { by, at, revision: sealed.revisionHash, html: sealed.htmlHash, seal: sealed.seal },
    spiked: null,
  }
  const revision = {
    id: `${sealed.article}.${number}`,
    article: sealed.article,
    number,
    hash: sealed.revisionHash,
    html: sealed.htmlHash,
    rendererVersion,
    authors: [author],
    by: author,
    at,
  }
  return {
    event: { type: 'article.approve', at, actor: by, subject: sealed.article, details: {} },
    changes: [
      { collection: 'articles', put },
      { collection: 'revisions', put: revision },
    ] as const,
    bodies: [
      { hash: blobHash.parse(sealed.revisionHash), text: sealed.revision },
      { hash: sealed.htmlHash, text: sealed.html },
    ],
  }
}

function testAccountRecord(role: 'operator' | 'reviewer', id: AccountId): StoredAccount {
  return {
    id,
    name: role,
    signInName: role,
    roles: [role],
    demo: true,
    active: true,
    createdAt: '2026-01-01T00:00:00.000Z',
    workspaceKey: null,
    keys: [],
    failures: { count: 0, lockedUntil: null },
  }
}

async function testAccount(role: 'operator' | 'reviewer', id: AccountId): Promise<Account> {
  const { workspaceKey: _, keys: __, failures: ___, ...account } = testAccountRecord(role, id)
  return account
}

/** Bytes that differ by their seed, for pictures and files. */
export function bytesOf(seed: string, length = 2_000): Uint8Array {
  const block = createHash('sha256').update(seed).digest()
  return Buffer.alloc(length, block)
}
