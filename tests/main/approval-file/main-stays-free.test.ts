import { randomBytes } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import type { ArticleId } from '#common/domain/ids'
import { watchTurns } from '#tests/support/busiest-turn'
import { article, p } from '#tests/support/documents'
import { type TwoNewsrooms, twoNewsrooms } from '#tests/support/two-newsrooms'

// Real workers and megabytes, on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 180_000 })

/** The built workers: what they do is no time of main's. */
const programs = fileURLToPath(new URL('../../../out/main', import.meta.url))
const barMs = 50

/** A text with an attachment of so many bytes, submitted. */
async function withAttachment({ office }: TwoNewsrooms, sizeBytes: number): Promise<ArticleId> {
  const session = { account: null }
  await office.newsroom.ask('session.signIn', { signInName: 'lan' }, session)
  const account = office.newsroom.accountOf(session)
  if (account === null) throw new Error('nobody signed in')
  const fileName = 'bao-cao.pdf'
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(sizeBytes)])
  const media = await office.newsroom.media.add(bytes, fileName, account)
  if (!media.ok) throw new Error(media.problem.code)
  const { hash: file, mediaType } = media.value
  const attachment = {
    type: 'attachment',
    attrs: { file, fileName, mediaType, sizeBytes: bytes.length, label: 'Báo cáo' },
  }
  const document = article({ headline: 'Báo cáo', lead: 'Sapo.' }, p('Nội dung.'), attachment)
  const created = await office.ask('lan', 'articles.create', { kind: 'news', document })
  await office.ask('lan', 'articles.submit', { article: created.article.id })
  return created.article.id
}

/** As the wire brings it: in pieces, each in a turn of its own. */
async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) {
    await setImmediate()
    yield bytes.subarray(at, at + 65_536)
  }
}

/** Main's busiest turn of every step that the texts take to the reviewer and back. */
async function busiestTurns(rooms: TwoNewsrooms, articles: readonly ArticleId[], encrypted: boolean) {
  const { office, away } = rooms
  const turns: Record<string, number> = {}
  async function watched<T>(name: string, step: () => Promise<T>): Promise<T> {
    const busiest = watchTurns()
    const result = await step()
    turns[name] = await busiest()
    return result
  }
  const { accounts } = await office.ask('tri', 'accounts.list', {})
  const reviewer = accounts.find(({ signInName }) => signInName === 'hoa')?.id
  if (reviewer === undefined) throw new Error('no reviewer')
  const asked = { articles: [...articles], reviewer, encrypted }
  const sent = await watched('export', () => office.ask('lan', 'approvalFiles.export', asked))
  const bytes = await office.newsroom.store.blobs.read(sent.file)
  const received = await watched('receive', () => away.newsroom.receiveApprovalFile(inPieces(bytes)))
  if (!received.ok) throw new Error(received.problem.code)
  const { exchange } = await watched('import', () =>
    away.ask('hoa', 'approvalFiles.import', { ...received.value, fileName: 'a.html' }),
  )
  const { items } = await watched('read', async () => {
    const request = await away.ask('hoa', 'approvalFiles.read', { exchange: exchange.id })
    JSON.stringify(request)
    return request
  })
  await watched('page', () => away.newsroom.previews.page(exchange.id, items[0]?.revision ?? ''))
  const answer = await watched('answer', () =>
    away.ask('hoa', 'approvalFiles.answer', {
      exchange: exchange.id,
      items: articles.map(id => ({ article: id, decision: 'approve' as const, remarks: [] })),
    }),
  )
  const back = await office.newsroom.receiveApprovalFile(
    inPieces(await away.newsroom.store.blobs.read(answer.file)),
  )
  if (!back.ok) throw new Error(back.problem.code)
  await watched('take the answer', () =>
    office.ask('lan', 'approvalFiles.import', { ...back.value, fileName: 'b.html' }),
  )
  const { article: card } = await office.ask('lan', 'articles.read', { article: articles[0] ?? exchange.id })
  expect(card.stage).toBe('approved')
  return { sizeBytes: bytes.length, turns }
}

const overBar = (turns: Readonly<Record<string, number>>) =>
  Object.entries(turns).filter(([, busiestMs]) => busiestMs >= barMs)

describe('while an approval file goes out and comes back, main answers within 50 ms', () => {
  it.each([
    ['14 MB', 10_000_000, false],
    ['14 MB, encrypted', 7_500_000, true],
  ])('of %s', async (_name, attachedBytes, encrypted) => {
    const rooms = await twoNewsrooms(programs)
    const { sizeBytes, turns } = await busiestTurns(
      rooms,
      [await withAttachment(rooms, attachedBytes)],
      encrypted,
    )
    expect(sizeBytes).toBeGreaterThan(13_000_000)
    expect(overBar(turns), JSON.stringify(turns)).toEqual([])
    await rooms.close()
  })

  it('with six texts of 5,000 words', async () => {
    const rooms = await twoNewsrooms(programs)
    const words = Array.from({ length: 5_000 }, (_, place) => `chữ${place % 97}`).join(' ')
    const articles: ArticleId[] = []
    for (let count = 0; count < 6; count++) articles.push(await rooms.submitted(`Bài ${count}`, words))
    const { turns } = await busiestTurns(rooms, articles, false)
    expect(overBar(turns), JSON.stringify(turns)).toEqual([])
    await rooms.close()
  })
})
