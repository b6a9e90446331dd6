import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CompactSign, importJWK } from 'jose'
import { describe, expect, it } from 'vitest'
import type { ArticleId } from '#common/domain/ids'
import { sealType } from '#common/domain/seal'
import { article, figure, p } from '#tests/support/documents'
import { aNewsroom, type TestNewsroom } from '#tests/support/newsroom'
import { plainPixel } from '#tests/support/plain-pixel'

async function approved(room: TestNewsroom): Promise<ArticleId> {
  const picture = await room.ask('lan', 'media.add', { fileName: 'anh.png', base64: plainPixel })
  const document = article(
    { headline: 'Lịch tiêm chủng', lead: 'Sapo.' },
    p('Bà con đưa trẻ đến lúc 7 giờ.'),
    figure(picture.hash, 'Trạm Y tế'),
  )
  const created = await room.ask('lan', 'articles.create', { kind: 'news', document })
  const { article: card } = await room.ask('lan', 'articles.submit', { article: created.article.id })
  if (card.revision === null) throw new Error('nothing submitted')
  await room.ask('hoa', 'review.approve', { article: card.id, revision: card.revision })
  await room.newsroom.store.checkpoint()
  return card.id
}

const pathOf = (room: TestNewsroom, hash: string) =>
  join(room.directory, 'blobs', hash.slice(0, 2), hash.slice(2))
const seal = (room: TestNewsroom, id: ArticleId) => room.ask('hoa', 'review.verifySeal', { article: id })

async function rewrite(room: TestNewsroom, hash: string, change: (text: string) => string): Promise<void> {
  const path = pathOf(room, hash)
  await writeFile(path, change(await readFile(path, 'utf8')))
  await room.reopen()
}

describe('a broken seal', () => {
  it('shows which words of the page were changed', async () => {
    const room = await aNewsroom()
    const id = await approved(room)
    const { html } = await seal(room, id)
    await rewrite(room, html, text => text.replace('7 giờ', '8 giờ'))
    const { valid, reason, damage } = await seal(room, id)
    expect({ valid, reason }).toEqual({ valid: false, reason: 'html' })
    expect(damage).toMatchObject([
      { kind: 'page', runs: [{}, { change: 'removed', text: '7' }, { change: 'added', text: '8' }, {}] },
    ])
    await room.close()
  })

  it('shows which words of the text were changed', async () => {
    const room = await aNewsroom()
    const id = await approved(room)
    const { revision } = await seal(room, id)
    await rewrite(room, revision, text => text.replace('7 giờ.', '7 giờ,'))
    const { reason, damage } = await seal(room, id)
    expect(reason).toBe('revision')
    expect(damage).toMatchObject([{ kind: 'text' }])
    expect(damage[0]?.runs.filter(run => run.change !== 'same').map(run => run.text)).toEqual(['.', ','])
    const { comparison, seal: shown } = await room.ask('hoa', 'review.read', { article: id })
    expect({ base: comparison.base, damage: shown?.damage }).toEqual({ base: 'unreadable', damage })
    await room.close()
  })

  it('names the picture that was changed', async () => {
    const room = await aNewsroom()
    const id = await approved(room)
    const { blobs } = JSON.parse(await readFile(pathOf(room, (await seal(room, id)).revision), 'utf8'))
    await writeFile(pathOf(room, blobs[0].hash), 'khác')
    expect(await seal(room, id)).toMatchObject({
      valid: false,
      reason: 'blob',
      damage: [{ kind: 'picture', name: '1', missing: false }],
    })
    await room.close()
  })

  it('is what one flipped bit makes of it, wherever it falls (100 places)', async () => {
    const room = await aNewsroom()
    const id = await approved(room)
    const view = await seal(room, id)
    for (let round = 0; round < 100; round++) {
      const hash = round % 2 === 0 ? view.html : view.revision
      const path = pathOf(room, hash)
      const whole = await readFile(path)
      const bad = Buffer.from(whole)
      const place = (round * 7919) % bad.length
      bad.writeUInt8(bad.readUInt8(place) ^ (1 << (round % 8)), place)
      await writeFile(path, bad)
      const { valid, reason } = await seal(room, id)
      expect([valid, reason]).toEqual([false, round % 2 === 0 ? 'html' : 'revision'])
      await writeFile(path, whole)
    }
    expect((await seal(room, id)).valid).toBe(true)
    await room.close()
  })
})

describe('what no seal may be', () => {
  it('is refused whatever its header offers: none, HS256, another key, jwk, jku, x5u, crit, swapped payload', async () => {
    const room = await aNewsroom()
    const id = await approved(room)
    const card = room.newsroom.store.get('articles', id)
    const people = [...room.newsroom.store.all('accounts').values()]
    const [hoa, mai] = ['hoa', 'mai'].map(
      name => people.find(({ signInName }) => signInName === name)?.keys[0],
    )
    if (card?.approval == null || hoa?.openPrivate == null || mai?.openPrivate == null)
      throw new Error('not sealed')
    const { approval } = card
    const [header = '', payload = '', signature = ''] = approval.seal.split('.')
    const bytes = Buffer.from(payload, 'base64url')
    const foreign = await importJWK(JSON.parse(mai.openPrivate), 'EdDSA')
    const own = await importJWK(JSON.parse(hoa.openPrivate), 'EdDSA')
    const make = (extra: object, key = foreign) =>
      new CompactSign(bytes)
        .setProtectedHeader({ alg: 'EdDSA', typ: sealType, kid: hoa.kid, ...extra } as never)
        .sign(key)
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const swapped = encode({ ...JSON.parse(bytes.toString()), revision: 'f'.repeat(64) })
    const secret = Buffer.from(hoa.publicJwk.x)
    const seals = [
      `${encode({ alg: 'none', typ: sealType, kid: hoa.kid })}.${payload}.`,
      await new CompactSign(bytes)
        .setProtectedHeader({ alg: 'HS256', typ: sealType, kid: hoa.kid })
        .sign(secret),
      await make({}),
      await make({ kid: mai.kid }),
      await make({ jwk: mai.publicJwk }),
      await make({ jku: 'https://example.com' }, own),
      await make({ x5u: 'https://example.com' }, own),
      `${encode({ alg: 'EdDSA', typ: sealType, kid: hoa.kid, crit: ['b64'], b64: true })}.${payload}.${signature}`,
      `${header}.${swapped}.${signature}`,
      `${header}.${payload}.${signature.slice(0, -2)}`,
    ]
    for (const forged of seals) {
      await room.newsroom.store.commit({
        event: { type: 'test', at: card.changedAt, actor: null, subject: null, details: {} },
        changes: [{ collection: 'articles', put: { ...card, approval: { ...approval, seal: forged } } }],
      })
      expect((await seal(room, id)).valid).toBe(false)
    }
    await room.close()
  })
})
