import { problem } from '#common/api/problems/problem'
import { instantNow } from '#common/domain/environment'
import { ok, refuse } from '#common/domain/result'
import { auditEvent, type Handlers } from '#main/core/capability'
import { addCategory } from './add-category'
import { connectPortal, detectPortal } from './connect-portal'
import { moved } from './move-job'
import { portalAddress } from './portal-place'
import { toPortalView } from './portal-view'
import { type PublishingParts, toNote } from './publishing-parts'
import { sendKeys } from './register-keys'
import { testPortal } from './test-portal'

type Operations =
  | 'portals.list'
  | 'portals.detect'
  | 'portals.connect'
  | 'portals.sendKeys'
  | 'portals.test'
  | 'portals.mapCategories'
  | 'portals.addCategory'
  | 'portals.disconnect'

export function createPortalHandlers(parts: PublishingParts): Handlers<Operations> {
  const { core, queue } = parts
  return {
    'portals.list': () => {
      const portals = [...core.store.all('portals').values()]
      return ok({ portals: portals.map(portal => toPortalView(core, portal)) })
    },

    'portals.detect': async input => {
      const url = portalAddress(input.url)
      const detected = await detectPortal(parts, url, { byHand: input.byHand ?? false, wantsHints: true })
      if (!detected.ok) return detected
      const { kind, name, acceptsDemoKeys, hints } = detected.value
      return ok({ url, name, kind, acceptsDemoKeys, hints: [...hints] })
    },

    'portals.connect': async (input, caller) => {
      const connected = await connectPortal(
        parts,
        { ...input, url: portalAddress(input.url) },
        caller.account.id,
      )
      return connected.ok ? ok(toPortalView(core, connected.value)) : connected
    },

    'portals.sendKeys': async (input, caller) => {
      const sent = await sendKeys(parts, input.portal, input.adminToken, caller.account.id)
      return sent.ok ? ok(toPortalView(core, sent.value)) : sent
    },

    'portals.test': (input, caller) => testPortal(parts, input.portal, caller.account.id),

    'portals.mapCategories': async (input, caller) => {
      const before = core.store.get('portals', input.portal)
      if (before === undefined) return refuse(problem('portal-not-found'))
      const unknown = Object.values(input.map).find(id => !before.categories.some(theirs => theirs.id === id))
      if (unknown !== undefined) return refuse(problem('category-unmapped', { category: unknown }))
      const put = { ...before, categoryMap: input.map }
      await core.store.commit({
        event: auditEvent(core, 'portal.categories-mapped', caller.account.id, put.id, { map: input.map }),
        changes: [{ collection: 'portals', put }],
      })
      core.announce({ kind: 'portals-changed' })
      core.announce({ kind: 'publishing-changed' })
      return ok(toPortalView(core, put))
    },

    'portals.addCategory': async (input, caller) => {
      const added = await addCategory(parts, input.portal, input.category, caller.account.id)
      return added.ok ? ok(toPortalView(core, added.value)) : added
    },

    'portals.disconnect': async (input, caller) => {
      const portal = core.store.get('portals', input.portal)
      if (portal === undefined) return refuse(problem('portal-not-found'))
      const jobs = [...queue.unfinished()].filter(job => job.portal === portal.id)
      if (jobs.some(job => job.state === 'sending')) {
        return refuse(problem('job-not-movable', { state: 'sending' }))
      }
      // Nobody is left to ask about an `unknown` job: the one exception to P3, made by an administrator.
      const note = toNote(problem('portal-not-found'))
      const ended = jobs.map(job => moved(job, 'superseded', instantNow(core.environment), { problem: note }))
      await core.store.commit({
        event: auditEvent(core, 'portal.disconnected', caller.account.id, portal.id, {
          url: portal.url,
          name: portal.name,
          jobs: ended.map(job => job.id),
        }),
        changes: [
          { collection: 'portals', remove: portal.id },
          { collection: 'secrets', remove: portal.id },
          ...ended.map(job => ({ collection: 'jobs', put: job }) as const),
        ],
      })
      parts.line.clear(portal.id)
      core.announce({ kind: 'portals-changed' })
      core.announce({ kind: 'publishing-changed' })
      core.announce({ kind: 'line-changed' })
      parts.wake()
      return ok({})
    },
  }
}
