import type { Account } from '#common/domain/account'
import { auditEvent, type Core } from '#main/core/capability'
import type { NewsroomCollections } from '#main/core/collections'
import type { Change } from '#main/store/store'
import { newAccount } from './new-account'
import { organisationChange } from './workspace-settings'

export type SamplePerson = Pick<Account, 'name' | 'signInName' | 'roles'>

/** Makes an empty workspace a sample one: accounts without passphrases, keys that say `demo` and that real portals refuse. */
export async function setUpSample(
  core: Core,
  organisation: string,
  people: readonly SamplePerson[],
): Promise<void> {
  if (core.store.all('accounts').size > 0) throw new Error('a workspace with accounts never becomes a sample')
  const accounts = await Promise.all(people.map(person => newAccount(core, person, null)))
  await core.store.commit({
    event: auditEvent(core, 'workspace.sample-set-up', null, null, { organisation }),
    changes: [
      ...accounts.map((put): Change<NewsroomCollections> => ({ collection: 'accounts', put })),
      organisationChange({ name: organisation, demo: true }),
    ],
  })
  core.announce({ kind: 'session-changed' })
}
