import { categoryOn } from '#common/domain/portal'
import { unreachable } from '#common/domain/unreachable'
import type { Secrets } from '#main/accounts/keyring'
import type { ArticleIndex } from '#main/articles/article-index'
import { createClipboardConnector } from '#main/connectors/clipboard/connector'
import { createFolderConnector } from '#main/connectors/folder/connector'
import { defaultLimits, type Pace } from '#main/connectors/http/client'
import { createPortalApiConnector } from '#main/connectors/portal-api/connector'
import { createWordpressConnector } from '#main/connectors/wordpress/connector'
import type { Core, Handlers } from '#main/core/capability'
import type { Outbox } from '#main/review/review'
import type { Releases } from '#main/review/urgent'
import type { Files } from '#main/store/files/files'
import { nodeFiles } from '#main/store/files/node-files'
import type { DriftOperations } from './drift/drift'
import { askHeldCheckpoints, type HeldCheckpoints } from './held-checkpoints'
import { holdUnsent } from './hold-unsent'
import { JobQueue } from './job-queue'
import { Line, readCap } from './line'
import { createPollHandlers } from './poll-results'
import { createPortalHandlers } from './portal-handlers'
import { createPublishingHandlers } from './publishing-handlers'
import type { ConnectorFor, PublishingParts, Timer, VerifySeal } from './publishing-parts'
import { releaseArticle, releaseHindrance, sendApproval } from './release-article'
import { cachedPushLoads } from './revision-facts'
import { PublishingRunner, type Runner } from './runner'
import { Setbacks } from './setbacks'
import { createPace, Throughput } from './throughput'

type Operations = Exclude<
  Extract<
    keyof Handlers,
    `publishing.${string}` | `polls.${string}` | `portals.${string}` | `line.${string}`
  >,
  DriftOperations
>

export interface PublishingOptions {
  readonly core: Core
  readonly index: ArticleIndex
  readonly secrets: Secrets
  readonly verifySeal: VerifySeal
  readonly signCheckpoint: () => Promise<string | null>
  /** Tests bring their own; the product has one for each kind of portal. */
  readonly connectorFor?: ConnectorFor
  readonly timer?: Timer
}

export interface Publishing {
  readonly handlers: Handlers<Operations>
  /** For what stands beside the queue (drift). */
  readonly parts: PublishingParts
  /** The one loop that sends; nothing leaves before `start`. */
  readonly runner: Runner
  /** What portals hold of our journal, asked now. */
  heldCheckpoints(): Promise<HeldCheckpoints[]>
  /** For what goes to readers ahead of its approval. */
  readonly releases: Releases
  /** For the approval that comes then, and for the transaction that takes back what a text was to leave on. */
  readonly outbox: Outbox
}

/** The durable outbox with its portals: what is decided is queued at once, sent when there is a line, proved by reading. */
export function createPublishing(options: PublishingOptions): Publishing {
  const { core, index, secrets, verifySeal } = options
  const { environment } = core
  const parts: PublishingParts = {
    core,
    index,
    secrets,
    verifySeal,
    connectorFor:
      options.connectorFor ??
      connectorsOf(
        environment.now,
        createPace(() => readCap(core), environment.now),
        // A web server reads them under another account than ours.
        nodeFiles(process.platform, 'everybody'),
      ),
    queue: new JobQueue(core.store),
    line: new Line(core, secrets),
    setbacks: new Setbacks(() => fraction(environment.randomBytes(4))),
    progress: new Map(),
    throughput: new Throughput(environment.now),
    signCheckpoint: options.signCheckpoint,
    uncheckpointed: new Set(),
    wake: () => runner.wake(),
  }
  const runner = new PublishingRunner(parts, options.timer ?? hostTimer)
  return {
    parts,
    handlers: {
      ...createPublishingHandlers(parts, runner, cachedPushLoads(core)),
      ...createPollHandlers(parts),
      ...createPortalHandlers(parts),
    },
    runner,
    heldCheckpoints: () => askHeldCheckpoints(parts),
    releases: {
      hindrance: article => releaseHindrance(parts, article),
      release: (article, account) => releaseArticle(parts, article, account),
    },
    outbox: {
      sendApproval: (article, account) => sendApproval(parts, article, account),
      holdUnsent: article => holdUnsent(core, article),
    },
  }
}

/** One row for each kind of portal. */
function connectorsOf(now: () => number, pace: Pace, files: Files): ConnectorFor {
  const limits = { ...defaultLimits, pace }
  return (portal, token) => {
    const { kind, url } = portal
    switch (kind) {
      case 'portal-api':
        return createPortalApiConnector({ url, token, now, limits })
      case 'wordpress':
        return createWordpressConnector({
          url,
          token,
          now,
          limits,
          categoryOf: ours => categoryOn(portal, ours),
          conditionalWrites: portal.conditionalWrites ?? false,
        })
      case 'folder':
        return createFolderConnector({
          url,
          publicUrl: portal.publicUrl ?? null,
          name: portal.name,
          token,
          files,
          limits,
        })
      case 'clipboard':
        return createClipboardConnector({ url, limits })
      default:
        return unreachable(kind)
    }
  }
}

const hostTimer: Timer = (delayMs, fire) => {
  const timer = setTimeout(fire, delayMs)
  return () => clearTimeout(timer)
}

function fraction(bytes: Uint8Array): number {
  return Buffer.from(bytes).readUInt32BE() / 2 ** 32
}
