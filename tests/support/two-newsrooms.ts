import type { Output } from '#common/api/contract'
import type { ArticleId } from '#common/domain/ids'
import { hostEnvironment } from '#main/hosts/workstation/host-environment'
import { article, p } from './documents'
import { aNewsroom, type TestNewsroom } from './newsroom'

type Exported = Output<'approvalFiles.export'>

/** A commune's newsroom, and the machine of its reviewer `hoa` elsewhere; each knows the other's key. */
export interface TwoNewsrooms {
  readonly office: TestNewsroom
  readonly away: TestNewsroom
  submitted(headline: string, words?: string): Promise<ArticleId>
  exported(articles: readonly ArticleId[], encrypted?: boolean): Promise<Exported & { text: string }>
  close(): Promise<void>
}

/** `programs`: see `aNewsroom`. */
export async function twoNewsrooms(programs?: string): Promise<TwoNewsrooms> {
  const [office, away] = await Promise.all([
    aNewsroom(hostEnvironment, programs),
    aNewsroom(hostEnvironment, programs),
  ])
  await exchangeKeys(office, away)
  return {
    office,
    away,
    async submitted(headline, words = 'Nội dung bài.') {
      const document = article({ headline, lead: 'Sapo.' }, p(words))
      const created = await office.ask('lan', 'articles.create', { kind: 'news', document })
      await office.ask('lan', 'articles.submit', { article: created.article.id })
      return created.article.id
    },
    async exported(articles, encrypted = false) {
      const { accounts } = await office.ask('tri', 'accounts.list', {})
      const reviewer = accounts.find(({ signInName }) => signInName === 'hoa')?.id
      if (reviewer === undefined) throw new Error('no reviewer')
      const found = await office.ask('lan', 'approvalFiles.export', {
        articles: [...articles],
        reviewer,
        encrypted,
      })
      return { ...found, text: await textOf(office, found.file) }
    },
    close: async () => {
      await office.close()
      await away.close()
    },
  }
}

export async function textOf(room: TestNewsroom, file: Exported['file']): Promise<string> {
  return Buffer.from(await room.newsroom.store.blobs.read(file)).toString('utf8')
}

/** What `approvalFiles.import` takes: the file's bytes were put aside by the wire. */
export async function handed(room: TestNewsroom, text: string, fileName = 'bai.duyet.html') {
  const received = await room.newsroom.receiveApprovalFile(new Blob([text]).stream())
  if (!received.ok) throw new Error(received.problem.code)
  return { ...received.value, fileName }
}

/** The reviewer's key enters the office's register, the sender's that of the reviewer's machine. */
async function exchangeKeys(office: TestNewsroom, away: TestNewsroom): Promise<void> {
  const { accounts } = await office.ask('tri', 'accounts.list', {})
  const hoa = accounts.find(({ signInName }) => signInName === 'hoa')?.id ?? null
  const reviewerCard = await away.ask('hoa', 'keys.card', {})
  await register(office, hoa, reviewerCard.text)
  const senderCard = await office.ask('lan', 'keys.card', {})
  await register(away, null, senderCard.text)
}

async function register(room: TestNewsroom, account: ArticleId | null | string, card: string): Promise<void> {
  const change = { kind: 'register', account: account as never, card } as const
  const { changes } = await room.ask('tri', 'keys.propose', { change })
  const [proposed] = changes.filter(({ settled }) => settled === null)
  await room.ask('mai', 'keys.confirm', { change: proposed?.id ?? '' })
}
