import type { ArticleId } from '#common/domain/ids'
import { hostEnvironment } from '#main/hosts/workstation/host-environment'
import { article, p } from './documents'
import { type FaultPortal, startFaultPortal } from './fault-portal'
import { aNewsroom, type TestNewsroom } from './newsroom'

export interface NewsroomWithPortal {
  readonly room: TestNewsroom
  readonly portal: FaultPortal
  /** Writes and approves. */
  approved(headline: string, ...body: readonly object[]): Promise<ArticleId>
  /** Resolves when the queue rests. */
  push(article: ArticleId): Promise<void>
  /** Writes, approves and pushes. */
  published(headline: string, ...body: readonly object[]): Promise<ArticleId>
}

/** A sample newsroom connected to a real embedded portal. */
export async function newsroomWithPortal(): Promise<NewsroomWithPortal> {
  const room = await aNewsroom()
  const portal = await startFaultPortal(hostEnvironment)
  const { publishToken, adminToken } = portal.portal.credentials
  await room.ask('tri', 'portals.connect', { url: portal.url, name: 'Cổng xã', publishToken, adminToken })
  const made: NewsroomWithPortal = {
    room,
    portal,
    async approved(headline, ...body) {
      const attrs = { category: 'tin-tuc-su-kien' }
      const document = article({ headline, lead: 'Sapo.', attrs }, p('Nội dung.'), ...(body as never[]))
      const { article: created } = await room.ask('lan', 'articles.create', { kind: 'news', document })
      const { article: card } = await room.ask('lan', 'articles.submit', { article: created.id })
      if (card.revision === null) throw new Error('nothing submitted')
      await room.ask('hoa', 'review.approve', { article: card.id, revision: card.revision })
      return card.id
    },
    async push(article) {
      await room.ask('nam', 'publishing.push', { articles: [article] })
      await room.ask('nam', 'publishing.drain', { timeoutMs: 20_000 })
    },
    async published(headline, ...body) {
      const id = await made.approved(headline, ...body)
      await made.push(id)
      return id
    },
  }
  return made
}
