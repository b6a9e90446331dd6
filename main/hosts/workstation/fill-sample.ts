import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { role } from '#common/domain/account'
import { portalId } from '#common/domain/ids'
import type { Newsroom } from '#main/newsroom'
import { credentials } from '#main/portal/credentials'

const commune = z.object({ organisation: z.string(), portalName: z.string() })
const people = z.array(
  z.strictObject({ name: z.string(), signInName: z.string(), roles: z.array(role).min(1) }),
)
const categories = z.array(z.strictObject({ id: z.string(), name: z.string() }))

/** The sample commune as it lies in resources/sample. */
export interface SampleCommune {
  readonly organisation: string
  readonly portalName: string
  readonly people: z.infer<typeof people>
  readonly categories: z.infer<typeof categories>
}

export async function readSampleCommune(folder: string): Promise<SampleCommune> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(folder, name), 'utf8'))
  return {
    ...commune.parse(await read('commune.json')),
    people: people.parse(await read('accounts.json')),
    categories: categories.parse(await read('categories.json')),
  }
}

/** Accounts, connected portal, articles in every stage, all through the newsroom's own operations. */
export async function fillSample(
  newsroom: Newsroom,
  sample: SampleCommune,
  portalUrl: string,
  portalData: string,
): Promise<void> {
  await newsroom.setUpSample(sample.organisation, sample.people)
  const administrator = sample.people.find(person => person.roles.includes('administrator'))
  if (administrator === undefined) throw new Error('the sample has no administrator')
  const tokens = credentials.parse(JSON.parse(await readFile(join(portalData, 'credentials.json'), 'utf8')))
  const session = { account: null }
  await newsroom.ask('session.signIn', { signInName: administrator.signInName }, session)
  const connected = await newsroom.ask(
    'portals.connect',
    { url: portalUrl, name: sample.portalName, ...tokens },
    session,
  )
  if (!connected.ok) throw new Error(`the sample's portal refused: ${connected.problem.code}`)
  const { id } = z.object({ id: portalId }).parse(connected.value)
  await remember(newsroom, embeddedPortalSetting, id)
  await remember(newsroom, filledSetting, true)
}

const embeddedPortalSetting = 'embedded-portal'
const filledSetting = 'sample-filled'

/** False for a sample whose filling was broken off: it is made anew. */
export function isFilled(newsroom: Newsroom): boolean {
  return newsroom.store.get('settings', filledSetting)?.value === true
}

/** The embedded portal may have got another port since last time. */
export async function movePortal(newsroom: Newsroom, url: string): Promise<void> {
  const { store } = newsroom
  const id = portalId.safeParse(store.get('settings', embeddedPortalSetting)?.value)
  const portal = id.success ? store.get('portals', id.data) : undefined
  if (portal === undefined || portal.url === url || store.health.kind !== 'writable') return
  await store.commit({
    event: {
      type: 'portal.moved',
      at: new Date().toISOString(),
      actor: null,
      subject: portal.id,
      details: { url },
    },
    changes: [{ collection: 'portals', put: { ...portal, url } }],
  })
}

async function remember(newsroom: Newsroom, id: string, value: unknown): Promise<void> {
  await newsroom.store.commit({
    event: {
      type: 'workspace.noted',
      at: new Date().toISOString(),
      actor: null,
      subject: null,
      details: { setting: id },
    },
    changes: [{ collection: 'settings', put: { id, value } }],
  })
}
