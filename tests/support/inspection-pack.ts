import { readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import type { ArticleId } from '#common/domain/ids'
import { hostEnvironment } from '#main/hosts/workstation/host-environment'
import { article, figure, p } from './documents'
import { startFaultPortal } from './fault-portal'
import type { TestNewsroom } from './newsroom'
import { plainPixel } from './plain-pixel'
import { temporaryFolder } from './temporary-workspace'

/** Two articles with a picture; the first was returned, changed and approved twice, the second approved once. */
export async function approvedTwice(room: TestNewsroom): Promise<readonly [ArticleId, ArticleId]> {
  const picture = await room.ask('lan', 'media.add', { fileName: 'anh.png', base64: plainPixel })
  const write = (headline: string, words: string) =>
    article({ headline, lead: 'Sapo.' }, p(words), figure(picture.hash, 'Trạm Y tế'))
  const first = await room.ask('lan', 'articles.create', {
    kind: 'news',
    document: write('Lịch tiêm chủng tháng 12', 'Bà con đưa trẻ đến lúc 7 giờ.'),
  })
  const id = first.article.id
  const approve = async (of: ArticleId) => {
    const { article: card } = await room.ask('lan', 'articles.submit', { article: of })
    if (card.revision === null) throw new Error('nothing submitted')
    await room.ask('hoa', 'review.approve', { article: of, revision: card.revision })
  }
  const submitted = await room.ask('lan', 'articles.submit', { article: id })
  if (submitted.article.revision === null) throw new Error('nothing submitted')
  await room.ask('mai', 'review.return', {
    article: id,
    revision: submitted.article.revision,
    reason: 'facts',
    note: 'Kiểm tra lại giờ.',
  })
  await approve(id)
  await room.ask('lan', 'articles.reopen', { article: id })
  await room.ask('lan', 'drafts.replace', {
    article: id,
    document: write('Lịch tiêm chủng tháng 12', 'Bà con đưa trẻ đến lúc 8 giờ.'),
  })
  await approve(id)
  await room.ask('lan', 'comments.start', {
    article: id,
    anchor: { kind: 'article' },
    version: (await room.ask('lan', 'drafts.open', { article: id })).version,
    text: 'Trưởng trạm vừa gọi lại.',
    mentions: [],
  })
  const second = await room.ask('lan', 'articles.create', {
    kind: 'news',
    document: write('Thôn Đoài họp dân', 'Cuộc họp lúc 19 giờ.'),
  })
  await approve(second.article.id)
  return [id, second.article.id]
}

/** An article that an editor signed first and a reviewer after. */
export async function signedInLevels(room: TestNewsroom): Promise<ArticleId> {
  const levels = [
    { name: 'Biên tập viên', signers: { kind: 'role' as const, role: 'editor' as const } },
    { name: 'Người duyệt', signers: { kind: 'role' as const, role: 'reviewer' as const } },
  ]
  await room.ask('tri', 'review.setPolicy', { rules: { levels, exceptions: [], sameSigner: false } })
  const document = article({ headline: 'Ra quân làm đường', lead: 'Sapo.' }, p('Bản một.'))
  const created = await room.ask('lan', 'articles.create', { kind: 'news', document })
  const { article: card } = await room.ask('lan', 'articles.submit', { article: created.article.id })
  if (card.revision === null) throw new Error('nothing submitted')
  for (const signer of ['binh', 'hoa'])
    await room.ask(signer, 'review.approve', { article: card.id, revision: card.revision })
  return card.id
}

export const urgentReason = 'Bão đổ bộ đêm nay, không chờ được sáng mai.'

/** An article that went to readers ahead of its approval; the portal it went to is gone again. */
export async function publishedUrgently(room: TestNewsroom): Promise<ArticleId> {
  const { url, portal, down } = await startFaultPortal(hostEnvironment)
  const { publishToken, adminToken } = portal.credentials
  await room.ask('tri', 'portals.connect', { url, name: 'Cổng thử', publishToken, adminToken })
  const document = article(
    { headline: 'Bão số 9', lead: 'Sapo.', attrs: { category: 'tin-tuc-su-kien' } },
    p('Di dời ngay.'),
  )
  const created = await room.ask('lan', 'articles.create', { kind: 'news', document })
  const { article: card } = await room.ask('lan', 'articles.submit', { article: created.article.id })
  if (card.revision === null) throw new Error('nothing submitted')
  await room.ask('nam', 'review.publishUrgently', {
    article: card.id,
    revision: card.revision,
    reason: urgentReason,
  })
  await room.ask('nam', 'publishing.drain', { timeoutMs: 10_000 })
  await down()
  return card.id
}

export interface MadeTestPack {
  readonly path: string
  readonly files: ReadonlyMap<string, Uint8Array>
}

export async function makePack(
  room: TestNewsroom,
  articles: readonly ArticleId[],
  comments = false,
): Promise<MadeTestPack> {
  const { path } = await room.ask('tri', 'inspection.make', {
    scope: { kind: 'articles', articles: [...articles] },
    comments,
    folder: await temporaryFolder(),
  })
  return { path, files: new Map(Object.entries(unzipSync(await readFile(path)))) }
}
