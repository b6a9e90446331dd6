import { instantNow } from '#common/domain/environment'
import { accountId, portalId } from '#common/domain/ids'
import { storedDocument } from '#main/drafts/live-draft'
import { hostEnvironment } from '#main/hosts/workstation/host-environment'
import { openWorkspace } from '#main/hosts/workstation/open-workspace'
import { archiveFinishedJobs } from '#main/publishing/archive-jobs'
import { nodeFiles } from '#main/store/files/node-files'
import { generatedArticle, idOf } from './article-records'
import { unsyncedFiles } from './unsynced-files'

/** People of every generated workspace, by sign-in name; sample accounts, so no passphrase is asked. */
export const people = [
  { signInName: 'lan', name: 'Nguyễn Thị Lan', roles: ['writer'] as const },
  { signInName: 'hoa', name: 'Trần Thị Hoa', roles: ['reviewer'] as const },
  { signInName: 'nam', name: 'Đỗ Văn Nam', roles: ['operator'] as const },
  { signInName: 'tri', name: 'Vũ Minh Trí', roles: ['administrator'] as const },
]

/** A newsroom with that many generated articles, drafts included, closed and at rest. */
export async function makeWorkspace(directory: string, articles: number): Promise<void> {
  const opened = await openWorkspace({
    directory,
    files: unsyncedFiles(nodeFiles()),
    environment: hostEnvironment,
    host: 'command-line',
    demo: true,
  })
  if (opened.kind === 'busy') throw new Error('a new folder cannot be busy')
  const { newsroom, close } = opened.workspace
  const { store } = newsroom
  await newsroom.setUpSample(
    'Xã Mẫu',
    people.map(person => ({ ...person, roles: [...person.roles] })),
  )
  const idNamed = (name: string) => {
    for (const account of store.all('accounts').values())
      if (account.signInName === name) return accountId.parse(account.id)
    throw new Error(`no account ${name}`)
  }
  const who = { writer: idNamed('lan'), reviewer: idNamed('hoa'), portal: portalId.parse(idOf('portal')) }
  const at = instantNow(hostEnvironment)
  await store.commit({
    event: { type: 'portal.generated', at, actor: null, subject: who.portal, details: {} },
    changes: [
      {
        collection: 'portals',
        put: {
          id: who.portal,
          name: 'Cổng xã',
          kind: 'portal-api',
          url: 'http://127.0.0.1:1',
          demo: true,
          categories: [],
          addedAt: at,
          checkedAt: null,
        },
      },
      { collection: 'settings', put: { id: 'sample-filled', value: true } },
    ],
  })
  for (let number = 0; number < articles; number++) {
    const { id, document, transaction } = generatedArticle(number, store.head.sequence + 1, who)
    await store.drafts.create(id, storedDocument(document))
    await (await store.drafts.open(id)).close()
    await store.commit(transaction)
  }
  // As every newsroom does once it is open: an old one has the newest jobs only.
  await archiveFinishedJobs({ store, environment: hostEnvironment, announce: () => {} })
  await close()
}
