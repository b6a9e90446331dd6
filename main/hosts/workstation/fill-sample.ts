import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Role } from '#common/domain/account'
import type { Session } from '#main/core/capability'
import type { Newsroom } from '#main/newsroom'
import { credentials } from '#main/portal/credentials'
import type { Ask } from '#main/sample/ask'
import { type CreatedSample, createSample } from '#main/sample/create-sample'
import { finishSample, pushSample } from '#main/sample/publish-sample'
import type { SamplePlan } from '#main/sample/sample-plan'
import { embeddedPortalSetting, filledSetting, remember } from './noted-settings'

/**
 * Accounts, connected portal, articles in every stage, all through the newsroom's own operations. Resolves when the
 * newsroom is whole and what readers are to see is queued; the returned work follows once the portal has confirmed that.
 */
export async function fillSample(
  newsroom: Newsroom,
  plan: SamplePlan,
  portalUrl: string,
  portalData: string,
): Promise<{ readonly finish: () => Promise<void> }> {
  await newsroom.setUpSample(plan.organisation, plan.accounts)
  const ask = askAs(newsroom)
  const administrator = holderOf(plan, 'administrator')
  const operator = holderOf(plan, 'operator')
  const tokens = credentials.parse(JSON.parse(await readFile(join(portalData, 'credentials.json'), 'utf8')))
  const portal = await ask(administrator, 'portals.connect', {
    url: portalUrl,
    name: plan.portalName,
    ...tokens,
  })
  await remember(newsroom, embeddedPortalSetting, portal.id)
  const created = await createSample(ask, plan, file =>
    ask(operator, 'media.add', {
      fileName: file.fileName,
      base64: Buffer.from(file.bytes).toString('base64'),
    }),
  )
  await pushSample(ask, plan, created)
  await remember(newsroom, filledSetting, true)
  return { finish: () => finish(ask, plan, operator, created) }
}

async function finish(ask: Ask, plan: SamplePlan, operator: string, created: CreatedSample): Promise<void> {
  await ask(operator, 'publishing.drain', { timeoutMs: 60_000 })
  await finishSample(ask, plan, created)
}

/** Signs each person in once, however many ask at the same time. */
function askAs(newsroom: Newsroom): Ask {
  const sessions = new Map<string, Promise<Session>>()
  return async (as, name, input) => {
    const signedIn = sessions.get(as) ?? signIn(newsroom, as)
    sessions.set(as, signedIn)
    const answer = await newsroom.ask(name, input, await signedIn)
    if (!answer.ok)
      throw new Error(`${name} as ${as}: ${answer.problem.code} ${JSON.stringify(answer.problem.params)}`)
    return answer.value as never
  }
}

async function signIn(newsroom: Newsroom, signInName: string): Promise<Session> {
  const session: Session = { account: null }
  await newsroom.ask('session.signIn', { signInName }, session)
  return session
}

function holderOf(plan: SamplePlan, role: Role): string {
  const holder = plan.accounts.find(({ roles }) => roles.includes(role))
  if (holder === undefined) throw new Error(`nobody in the sample is ${role}`)
  return holder.signInName
}
