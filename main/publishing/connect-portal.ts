import type { RemoteArticle } from '#common/api/portal-api'
import { type Problem, problem } from '#common/api/problems/problem'
import { instantNow, newId } from '#common/domain/environment'
import { type AccountId, portalId } from '#common/domain/ids'
import type { Portal, PortalHint, PortalKind } from '#common/domain/portal'
import { blankPublication, type Publication, publicationId } from '#common/domain/publication'
import { ok, type Result, refuse } from '#common/domain/result'
import { fold } from '#common/vietnamese/fold'
import { readOrganisation } from '#main/accounts/workspace-settings'
import type { Connector, Outcome, PortalFacts } from '#main/connectors/connector'
import { isSecureAddress } from '#main/connectors/http/address'
import { auditEvent } from '#main/core/capability'
import type { NewsroomCollections } from '#main/core/collections'
import type { Change } from '#main/store/store'
import { adopt } from './ask-portal'
import { slugOf } from './payload'
import { isFolder, kindsAt } from './portal-place'
import type { PublishingParts } from './publishing-parts'
import { registerKeys } from './register-keys'
import { problemOf } from './settle-job'

export interface PortalInput {
  readonly url: string
  readonly name: string
  /** Absent for a folder and for a portal by hand. */
  readonly publishToken?: string | undefined
  readonly adminToken?: string | undefined
  readonly byHand?: boolean | undefined
  readonly publicUrl?: string | undefined
}

export interface DetectedPortal extends PortalFacts {
  readonly kind: PortalKind
  readonly hints: readonly PortalHint[]
}

/** What answers at an address; asks nothing that needs credentials. What could be better there is asked for when wanted. */
export async function detectPortal(
  parts: PublishingParts,
  url: string,
  { byHand, wantsHints }: { readonly byHand: boolean; readonly wantsHints: boolean },
): Promise<Result<DetectedPortal, Problem>> {
  if (!isFolder(url) && !isSecureAddress(url)) return refuse(problem('insecure-address', { url }))
  let failure: Problem = problem('portal-not-recognised', { url })
  for (const kind of kindsAt(url, byHand)) {
    const connector = parts.connectorFor({ kind, url, name: '', categories: [] }, null)
    const look = async () => {
      const outcome = await connector.describe()
      const asked = wantsHints && outcome.kind === 'done' ? await connector.hints?.() : null
      return { outcome, hints: asked ?? [] }
    }
    const { outcome, hints } = await look().finally(() => connector.close())
    if (outcome.kind === 'done') return ok({ ...outcome.value, kind, hints })
    // Of a folder everything is known at once: not there, or somebody else's.
    if (kind === 'folder') return refuse(problemOf({ url }, outcome))
    // Something answered, but nothing that describes itself as this kind of portal.
    const isKnown = outcome.kind === 'refused' && outcome.problem.code === 'wordpress-api-closed'
    const stranger =
      !isKnown &&
      (outcome.kind === 'unknown' || outcome.kind === 'refused' || outcome.kind === 'unauthorised')
    if (!stranger) failure = problemOf({ url }, outcome)
  }
  return refuse(failure)
}

/**
 * Connects a portal, or renews the credentials of one that is connected already. Registers the reviewers' keys where an
 * admin token is given, and adopts what the portal already holds of our articles, so that numbers go on from there.
 */
export async function connectPortal(
  parts: PublishingParts,
  input: PortalInput,
  actor: AccountId,
): Promise<Result<Portal, Problem>> {
  const { core, secrets } = parts
  const detected = await detectPortal(parts, input.url, { byHand: input.byHand ?? false, wantsHints: false })
  if (!detected.ok) return detected
  const description = detected.value
  const isDemo = readOrganisation(core)?.demo ?? false
  if (isDemo && !description.acceptsDemoKeys) {
    return refuse(problem('portal-refuses-demo-keys'))
  }
  const tokenless = description.kind === 'folder' || description.kind === 'clipboard'
  const token = tokenless ? newId(core.environment) : input.publishToken
  if (token === undefined) return refuse(problem('portal-refused-credentials'))
  const publicUrl = input.publicUrl?.replace(/\/+$/, '')
  if (publicUrl !== undefined && !isSecureAddress(publicUrl)) {
    return refuse(problem('insecure-address', { url: publicUrl }))
  }
  const known = [...core.store.all('portals').values()].find(portal => sameAddress(portal.url, input.url))
  const portal: Portal = {
    id: known?.id ?? portalId.parse(newId(core.environment)),
    name: input.name,
    kind: description.kind,
    url: known?.url ?? input.url,
    // Nobody checks seals in a folder or by hand: they are a sample's only where the newsroom is.
    demo: tokenless ? isDemo : description.acceptsDemoKeys,
    ...(publicUrl !== undefined && { publicUrl }),
    categories: description.categories,
    ...mapped(core, known, description),
    ...(known?.keys !== undefined && { keys: known.keys }),
    ...(description.limits === undefined ? {} : { limits: description.limits }),
    ...(known?.conditionalWrites !== undefined && { conditionalWrites: known.conditionalWrites }),
    addedAt: known?.addedAt ?? instantNow(core.environment),
    checkedAt: instantNow(core.environment),
  }
  const secret = secrets.write(portal.id, token)
  if (secret === null) return refuse(problem('secrets-locked'))
  const connector = parts.connectorFor(portal, token)
  try {
    const claimed = await connector.claim?.()
    if (claimed !== undefined && claimed.kind !== 'done') return refuse(problemOf(portal, claimed))
    const allowed = await connector.authorise()
    if (allowed.kind !== 'done') return refuse(problemOf(portal, allowed))
    const held = await connector.list()
    if (held.kind !== 'done') return refuse(problemOf(portal, held))
    const told =
      input.adminToken === undefined
        ? ok(portal.keys)
        : await registerKeys(core, connector, portal, input.adminToken)
    if (!told.ok) return told
    const put = told.value === undefined ? portal : { ...portal, keys: told.value }
    await core.store.commit({
      event: auditEvent(core, known === undefined ? 'portal.connected' : 'portal.renewed', actor, portal.id, {
        url: portal.url,
        name: portal.name,
      }),
      changes: [{ collection: 'portals', put }, secret, ...adoptions(parts, portal, connector, held)],
    })
  } finally {
    await connector.close()
  }
  parts.line.clear(portal.id)
  core.announce({ kind: 'portals-changed' })
  core.announce({ kind: 'publishing-changed' })
  core.announce({ kind: 'line-changed' })
  parts.wake()
  return ok(portal)
}

/** Categories of ours with a namesake on the portal go there; the rest is for a person to say. */
function mapped(
  core: PublishingParts['core'],
  known: Portal | undefined,
  description: DetectedPortal,
): Pick<Portal, 'categoryMap'> {
  if (description.kind === 'portal-api') return {}
  const ours = [...core.store.all('portals').values()].flatMap(portal => portal.categories)
  const map: Record<string, string> = { ...known?.categoryMap }
  for (const { id, name } of ours) {
    const namesake = description.categories.find(theirs => fold(theirs.name) === fold(name))
    if (namesake !== undefined && namesake.id !== id) map[id] ??= namesake.id
  }
  return { categoryMap: map }
}

function sameAddress(a: string, b: string): boolean {
  return new URL(a).href.replace(/\/$/, '') === new URL(b).href.replace(/\/$/, '')
}

/** Publications this workspace does not know of: it was connected before, or restored from an older copy. */
function adoptions(
  { core }: PublishingParts,
  portal: Portal,
  connector: Connector,
  held: Extract<Outcome<readonly RemoteArticle[]>, { kind: 'done' }>,
): Change<NewsroomCollections>[] {
  return held.value.flatMap((remote): Change<NewsroomCollections>[] => {
    const article = core.store.get('articles', remote.article)
    const known = core.store.get('publications', publicationId(portal.id, remote.article))
    if (article === undefined || (known?.sequence ?? 0) >= remote.sequence) return []
    const blank: Publication = known ?? blankPublication(portal.id, article.id, slugOf(article, undefined))
    return [{ collection: 'publications', put: adopt(blank, remote, connector) }]
  })
}
