import { config as configureZod, locales } from 'zod'
import { contract, type OperationName } from '#common/api/contract'
import type { Event } from '#common/api/events'
import type { Access, Answer } from '#common/api/operation'
import { type Problem, problem } from '#common/api/problems/problem'
import { type Account, may } from '#common/domain/account'
import type { Environment } from '#common/domain/environment'
import { type Result, refuse } from '#common/domain/result'
import { createAccounts } from './accounts/accounts'
import { Keyring } from './accounts/keyring'
import { findAccount } from './accounts/people'
import { createSessions } from './accounts/session'
import { type SamplePerson, setUpSample } from './accounts/set-up-sample'
import { type Organisation, readOrganisation } from './accounts/workspace-settings'
import { createApprovalFiles } from './approval-file/approval-files'
import { createKeyRegister } from './approval-file/key-register'
import { type ReceiveFile, receiveFiles } from './approval-file/receive-file'
import { ArticleIndex } from './articles/article-index'
import { createArticles } from './articles/articles'
import type { BackgroundWork } from './background/background-work'
import { workInThread } from './background/perform'
import { createComments } from './comments/comments'
import type { Core, Handlers, NewsroomStore, Session } from './core/capability'
import { watchStore } from './core/watch-store'
import { DraftDesk } from './drafts/draft-desk'
import { createDrafts } from './drafts/drafts'
import { createKeptStates } from './drafts/kept-states'
import { createImports, type Imports } from './import/imports'
import type { ImportTools } from './import/read-import'
import { createInspection } from './inspection/inspection'
import { createLibrary } from './media/library'
import { createMedia, type MediaShelf } from './media/media'
import { type ReadPdfText, readPdfText } from './media/pdf-text'
import { type PreparePicture, preparePicture } from './media/prepare-picture'
import { createNames } from './names/names'
import { archiveFinishedJobs } from './publishing/archive-jobs'
import { createDrift } from './publishing/drift/drift'
import { readBlocksWith } from './publishing/drift/read-blocks'
import { createPublishing } from './publishing/publishing'
import { createRecords } from './records/audit'
import { signCheckpoint } from './records/checkpoints'
import { createWorkstationKey } from './records/workstation-key'
import { createPolicy } from './review/policy'
import { createPreviews, type Previews } from './review/preview'
import { createReview } from './review/review'
import { createRevisions } from './review/revisions'
import { verifySeal } from './review/seal'
import { createUrgent } from './review/urgent'
import { createSafekeeping, type SafekeepingOptions } from './safekeeping/safekeeping'
import { createSearch } from './search/search'
import { SearchDesk } from './search/search-desk'
import { type StartSearch, searchInThisThread } from './search/search-link'
import { BlobError } from './store/blobs/blob-store'
import { isDiskRefusal } from './store/files/error-code'
import { StoreWriteError } from './store/store-write-error'
import { createTemplates, type MakeArticle } from './templates/templates'
import { startTimetable } from './templates/timetable'

/** What a schema refuses reaches people as the reason of `bad-input`. */
configureZod(locales.vi())

/** What replaces the whole workspace under the windows. */
export type HostOperations = 'workspace.removeSample' | 'workspace.restore' | 'workspace.open'

export interface NewsroomOptions {
  readonly store: NewsroomStore
  readonly environment: Environment
  /** What only a host can do. */
  readonly host: Handlers<HostOperations>
  /** Where long texts, approval files and spreadsheets are worked on; in this thread when none is given. */
  readonly background?: BackgroundWork
  /** Makes pictures ready for portals where main does not wait for it. */
  readonly picture?: PreparePicture
  /** Reads the words of PDFs, where a hostile one hurts nobody. */
  readonly pdfText?: ReadPdfText
  /** How files are read into articles. */
  readonly reading: Pick<ImportTools, 'run' | 'convert'>
  /** Without it the search index is kept in this thread. */
  readonly startSearch?: StartSearch
  /** Called when the first list was answered, and as soon as something needs what is read behind it. */
  readonly readRest?: () => void
  /** Name of this machine, for the journal. */
  readonly machine?: string
  /** Disk, clock and threads for backups and their kin. */
  readonly ground: Omit<SafekeepingOptions, 'core'>
}

/** The whole of main without a host: hosts bring sessions and wires, tests drive it directly. */
export interface Newsroom {
  /** Input is untrusted JSON; expected refusals are answers, only bugs throw. */
  ask(name: string, input: unknown, session: Session): Promise<Answer<unknown>>
  /** Returns the function that ends it. */
  subscribe(listener: (event: Event) => void): () => void
  readonly media: MediaShelf
  readonly imports: Pick<Imports, 'read' | 'page' | 'picture'>
  readonly receiveApprovalFile: ReceiveFile
  readonly previews: Previews
  readonly store: NewsroomStore
  readonly environment: Environment
  /** Null until somebody set the workspace up. */
  organisation(): Organisation | null
  /** Fills an empty workspace with sample accounts; only a host that just made it calls this. */
  setUpSample(organisation: string, people: readonly SamplePerson[]): Promise<void>
  /** Who is behind a session, if signed in and active. */
  accountOf(session: Session): Account | null
  /** Resolves when nothing queued can move now, or after the time-out. */
  drain(timeoutMs: number): Promise<void>
  /** Flushes drafts, lets the queue finish its request, checkpoints and closes the store. */
  close(): Promise<void>
}

/** Composition root: the only module that knows all the parts. */
export function createNewsroom({
  store,
  environment,
  host,
  ground,
  readRest = () => {},
  machine = '',
  reading,
  background = workInThread,
  picture = preparePicture,
  pdfText = readPdfText,
  startSearch = searchInThisThread(ground.files),
}: NewsroomOptions): Newsroom {
  const listeners = new Set<(event: Event) => void>()
  const index = new ArticleIndex(store)
  const core: Core = {
    store: watchStore(store, machine, changes => {
      index.heed(changes)
      search.heedChanges(changes)
    }),
    environment,
    announce: event => {
      for (const listener of listeners) listener(event)
    },
  }
  const keyring = new Keyring(
    core,
    () => readOrganisation(core)?.demo ?? false,
    // What waited for a portal's token may leave now.
    () => publishing.runner.wake(),
  )
  const workstationKey = createWorkstationKey(core, keyring)
  const desk = new DraftDesk(core)
  const search = new SearchDesk(core, startSearch)
  listeners.add(event => search.heed(event))
  const safekeeping = createSafekeeping({ core, ...ground })
  const media = createMedia(core, safekeeping.roomFor, picture, pdfText)
  const receiveApprovalFile = receiveFiles(core, safekeeping.roomFor)
  const publishing = createPublishing({
    core,
    index,
    secrets: keyring,
    verifySeal: sealed => verifySeal(core, sealed),
    signCheckpoint: () => signCheckpoint(core, workstationKey),
  })
  const articles = createArticles(core, index, desk, publishing.outbox.holdUnsent)
  const imports = createImports({ core, media, articles, index, desk, ...reading })
  const drafts = createDrafts(core, desk, async ({ article, document, account, authors }) => {
    await articles.create(document, account, { authors, rescuedFrom: article })
  })

  const revisions = createRevisions(core, index, desk, background)

  const makeArticle: MakeArticle = async (document, account, more) =>
    (await articles.create(document, account, more === undefined ? {} : { more: () => more })).id

  const handlers: Handlers = {
    ...createSessions(core, keyring),
    ...createAccounts(core, keyring),
    ...articles.handlers,
    ...imports.handlers,
    ...drafts,
    ...createKeptStates(core, desk),
    ...createNames(core),
    ...createTemplates(core, desk, makeArticle),
    ...createComments(core, desk),
    ...createSearch(core, index, search),
    ...media.handlers,
    ...createLibrary(core, index),
    ...createPolicy(core),
    ...createReview(core, index, desk, background, publishing.outbox),
    ...createUrgent(core, index, desk, publishing.releases),
    ...createApprovalFiles(core, index, desk, background, publishing.outbox),
    ...createKeyRegister(core),
    ...revisions,
    ...publishing.handlers,
    ...createDrift(publishing.parts, {
      desk,
      readBlocks: readBlocksWith(reading.run),
      compare: task => background.compare(task),
      reopen: articles.handlers['articles.reopen'],
      keep: revisions['revisions.keep'],
    }),
    ...createRecords(core, publishing.heldCheckpoints, background),
    ...createInspection({ core, bench: safekeeping.bench, key: workstationKey, machine }),
    ...safekeeping.handlers,
    ...host,
  }

  async function ask(name: string, input: unknown, session: Session): Promise<Answer<unknown>> {
    if (!isOperation(name))
      return refuse(problem('bad-input', { field: 'operation', reason: name.slice(0, 60) }))
    const account = accountOf(session)
    const refusal = checkAccess(contract[name].access, account)
    if (refusal !== null) return refuse(refusal)
    const parsed = contract[name].input.safeParse(input)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      const field = (issue?.path.join('.') ?? '').slice(0, 200)
      return refuse(problem('bad-input', { field, reason: (issue?.message ?? '').slice(0, 300) }))
    }
    if (!earlyOperations.has(name)) {
      readRest()
      await index.ready
    }
    // One cast where the wire enters: parsed by this name's schema, the input is this name's handler's.
    const handler = handlers[name] as unknown as (
      input: unknown,
      visitor: unknown,
    ) => Promise<Answer<unknown>>
    try {
      const answering = handler(parsed.data, { session, account })
      // It has the newest records in hand by now, or waits for all of them.
      if (name === 'articles.list') readRest()
      return await answering
    } catch (error) {
      return expectedFailure(error)
    }
  }

  function accountOf(session: Session): Account | null {
    const account = findAccount(core, session.account)
    return account?.active === true ? account : null
  }

  let isClosing = false
  let stopTimetable = async () => {}
  void index.ready.then(() => {
    if (isClosing) return
    publishing.runner.start()
    stopTimetable = startTimetable(core, makeArticle, () => core.announce({ kind: 'store-changed' }))
    core.announce({ kind: 'articles-changed', articles: [] })
    // A disk that refuses has already turned the store read-only and told every window.
    archiveFinishedJobs(core).catch(() => core.announce({ kind: 'store-changed' }))
  })
  safekeeping.start()
  return {
    ask,
    media: {
      ...media,
      add: (bytes, fileName, account) => media.add(bytes, fileName, account).catch(expectedFailure),
    },
    receiveApprovalFile: bytes => receiveApprovalFile(bytes).catch(expectedFailure),
    imports: {
      ...imports,
      read: (bytes, fileName, account) => imports.read(bytes, fileName, account).catch(expectedFailure),
    },
    previews: createPreviews(core, index, desk, background),
    store: core.store,
    environment,
    organisation: () => readOrganisation(core),
    setUpSample: (organisation, people) => setUpSample(core, organisation, people),
    accountOf,
    drain: timeoutMs => publishing.runner.drain(timeoutMs),
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {
      isClosing = true
      // Each in turn, whatever became of the one before: drafts are saved even when the queue cannot stop.
      await safekeeping
        .close()
        .finally(() => stopTimetable())
        .finally(() => publishing.runner.stop())
        .finally(() => desk.close())
        .finally(() => background.close())
        .finally(() => search.close())
        .finally(() => store.close())
    },
  }
}

/**
 * The one rule of waiting: every operation waits until all collections are read, but for these, which need none of the
 * growing ones (or, as the list, make do with the newest records).
 */
const earlyOperations: ReadonlySet<OperationName> = new Set<OperationName>([
  'session.current',
  'session.signIn',
  'session.signOut',
  'session.recover',
  'accounts.list',
  'articles.list',
])

export function isOperation(name: string): name is OperationName {
  return Object.hasOwn(contract, name)
}

function checkAccess(access: Access, account: Account | null): Problem | null {
  if (access === 'anyone') return null
  if (account === null) return problem('not-signed-in')
  if (access === 'signed-in' || may(account, access)) return null
  return problem('not-permitted', { permission: access })
}

/** A disk that refuses is no bug: it gets words. Everything else is thrown on. */
function expectedFailure(error: unknown): Result<never, Problem> {
  if (error instanceof StoreWriteError)
    return refuse(
      problem('store-read-only', {
        cause: error.cause instanceof Error ? error.cause.message : error.message,
      }),
    )
  if (error instanceof BlobError) {
    return refuse(
      error.kind === 'disk-refused'
        ? problem('store-read-only', { cause: error.message })
        : problem('blob-not-found'),
    )
  }
  if (isDiskRefusal(error))
    return refuse(
      problem('store-read-only', { cause: error instanceof Error ? error.message : String(error) }),
    )
  throw error
}
