import { CompactSign, importJWK } from 'jose'
import { describe, expect, it } from 'vitest'
import { blobHash } from '#common/domain/ids'
import { readEnvelope, writeEnvelope } from '#main/approval-file/envelope-file'
import { article, p } from '#tests/support/documents'
import { handed, textOf, twoNewsrooms } from '#tests/support/two-newsrooms'

const noRemarks = { remarks: [] }

describe('approval by file', () => {
  it('goes out, is approved elsewhere, comes back and holds like any other approval', async () => {
    const rooms = await twoNewsrooms()
    const { office, away } = rooms
    const id = await rooms.submitted('Lịch tiêm chủng tháng 12')
    const sent = await rooms.exported([id])
    expect(sent.fileName).toBe('lich-tiem-chung-thang-12.duyet.html')
    const { exchange } = await away.ask('hoa', 'approvalFiles.import', await handed(away, sent.text))
    const request = await away.ask('hoa', 'approvalFiles.read', { exchange: exchange.id })
    expect(request).toMatchObject({
      mayDecide: true,
      items: [{ headline: 'Lịch tiêm chủng tháng 12', isNew: true }],
    })
    expect(await away.newsroom.previews.page(exchange.id, request.items[0]?.revision ?? '')).toContain(
      'Nội dung bài.',
    )
    const answer = await away.ask('hoa', 'approvalFiles.answer', {
      exchange: exchange.id,
      items: [{ article: id, decision: 'approve', ...noRemarks }],
    })
    const text = await textOf(away, answer.file)
    const back = await office.ask('lan', 'approvalFiles.import', await handed(office, text))
    expect(back.exchange.answer?.items).toMatchObject([{ decision: 'approve', refused: null }])
    const { article: card } = await office.ask('lan', 'articles.read', { article: id })
    expect(card).toMatchObject({ stage: 'approved', approval: { revision: card.revision } })
    expect(await office.ask('lan', 'review.verifySeal', { article: id })).toMatchObject({
      valid: true,
      reviewer: 'Trần Thị Hoa',
    })
    expect(await office.refusal('lan', 'approvalFiles.import', await handed(office, text))).toMatchObject({
      code: 'approval-file-known',
    })
    await rooms.close()
  })

  it('carries a batch with a decision, a return with its reason, and remarks', async () => {
    const rooms = await twoNewsrooms()
    const { office, away } = rooms
    const ids = [await rooms.submitted('Một'), await rooms.submitted('Hai'), await rooms.submitted('Ba')]
    const [one, two, three] = ids
    if (one === undefined || two === undefined || three === undefined) throw new Error('no articles')
    const sent = await rooms.exported(ids)
    const { exchange } = await away.ask('hoa', 'approvalFiles.import', await handed(away, sent.text))
    const items = [
      { article: one, decision: 'approve', ...noRemarks },
      { article: two, decision: 'return', reason: 'facts', note: 'Sai ngày.', ...noRemarks },
    ] as const
    expect(
      await away.refusal('hoa', 'approvalFiles.answer', { exchange: exchange.id, items: [...items] }),
    ).toEqual({ code: 'approval-file-undecided', params: { headline: 'Ba' } })
    const remark = { quote: 'Nội dung', text: 'Thêm số liệu.' }
    const answer = await away.ask('hoa', 'approvalFiles.answer', {
      exchange: exchange.id,
      items: [...items, { article: three, decision: 'comment', remarks: [remark] }],
    })
    const text = await textOf(away, answer.file)
    const back = await office.ask('lan', 'approvalFiles.import', await handed(office, text))
    expect(back.exchange.answer?.items).toMatchObject([
      { decision: 'approve', refused: null },
      { decision: 'return', refused: null },
      { decision: 'comment', remarks: [remark], refused: null },
    ])
    const { threads } = await office.ask('lan', 'comments.list', { article: three })
    expect(threads).toMatchObject([
      { quote: 'Nội dung', place: { kind: 'range' }, comments: [{ text: 'Thêm số liệu.' }], unread: 1 },
    ])
    const stages = await Promise.all(
      ids.map(async id => (await office.ask('lan', 'articles.read', { article: id })).article),
    )
    expect(stages.map(({ stage }) => stage)).toEqual(['approved', 'returned', 'submitted'])
    expect(stages[1]?.returned).toMatchObject({ reason: 'facts', note: 'Sai ngày.' })
    await rooms.close()
  })

  it('refuses by name what went stale, and carries out the rest', async () => {
    const rooms = await twoNewsrooms()
    const { office, away } = rooms
    const [kept, edited] = [await rooms.submitted('Giữ nguyên'), await rooms.submitted('Sửa sau')]
    const sent = await rooms.exported([kept, edited])
    const { exchange } = await away.ask('hoa', 'approvalFiles.import', await handed(away, sent.text))
    const answer = await away.ask('hoa', 'approvalFiles.answer', {
      exchange: exchange.id,
      items: [kept, edited].map(id => ({ article: id, decision: 'approve' as const, ...noRemarks })),
    })
    await office.ask('lan', 'articles.withdraw', { article: edited })
    await office.ask('lan', 'drafts.replace', {
      article: edited,
      document: article({ headline: 'Sửa sau' }, p('Thêm một dấu, phẩy.')),
    })
    await office.ask('lan', 'articles.submit', { article: edited })
    const back = await office.ask(
      'lan',
      'approvalFiles.import',
      await handed(office, await textOf(away, answer.file)),
    )
    expect(back.exchange.answer?.items).toMatchObject([
      { headline: 'Giữ nguyên', refused: null },
      { headline: 'Sửa sau', refused: { code: 'revision-changed' } },
    ])
    expect((await office.ask('lan', 'articles.read', { article: edited })).article.stage).toBe('submitted')
    await rooms.close()
  })

  it('can be read by one person only, when encrypted', async () => {
    const rooms = await twoNewsrooms()
    const sent = await rooms.exported([await rooms.submitted('Mật')], true)
    expect(sent.text).not.toContain('Nội dung bài.')
    const { away } = rooms
    expect(await away.refusal('mai', 'approvalFiles.import', await handed(away, sent.text))).toMatchObject({
      code: 'approval-file-other-person',
    })
    const { exchange } = await away.ask('hoa', 'approvalFiles.import', await handed(away, sent.text))
    expect(exchange).toMatchObject({ encrypted: true })
    await rooms.close()
  })

  it('is answered by the person it asks, and not by another', async () => {
    const rooms = await twoNewsrooms()
    const { office, away } = rooms
    const id = await rooms.submitted('Bài')
    const sent = await rooms.exported([id])
    expect(
      await office.refusal('hoa', 'approvalFiles.import', await handed(office, sent.text)),
    ).toMatchObject({
      code: 'approval-file-own',
    })
    const { exchange } = await away.ask('mai', 'approvalFiles.import', await handed(away, sent.text))
    expect((await away.ask('mai', 'approvalFiles.read', { exchange: exchange.id })).mayDecide).toBe(false)
    const items = [{ article: id, decision: 'approve' as const, ...noRemarks }]
    expect(await away.refusal('mai', 'approvalFiles.answer', { exchange: exchange.id, items })).toMatchObject(
      { code: 'approval-file-other-person' },
    )
    await rooms.close()
  })

  it('is refused when anything in it was changed, and says what', async () => {
    const rooms = await twoNewsrooms()
    const sent = await rooms.exported([await rooms.submitted('Bài')])
    const found = readEnvelope(sent.text)
    if (found === null || !('jws' in found)) throw new Error('not open')
    const [header = '', payload = '', signature = ''] = found.jws.split('.')
    const changed = JSON.parse(Buffer.from(payload, 'base64url').toString())
    changed.items[0].headline = 'Bài khác'
    const forged = Buffer.from(JSON.stringify(changed)).toString('base64url')
    const file = (jws: string) => writeEnvelope('x', { ...found, jws })
    const { away } = rooms
    const refusal = async (text: string) =>
      away.refusal('hoa', 'approvalFiles.import', await handed(away, text))
    expect(await refusal(file(`${header}.${forged}.${signature}`))).toEqual({
      code: 'approval-file-altered',
      params: { what: 'chữ ký' },
    })
    expect(await refusal('<p>không phải</p>')).toMatchObject({ code: 'approval-file-unreadable' })
    expect(await refusal(sent.text.slice(0, sent.text.indexOf('"jws"') + 500))).toMatchObject({
      code: 'approval-file-unreadable',
    })
    await rooms.close()
  })

  it('is refused wherever one sign of what is signed was changed (200 places)', {
    timeout: 90_000,
  }, async () => {
    const rooms = await twoNewsrooms()
    const sent = await rooms.exported([await rooms.submitted('Bài')])
    const start = sent.text.indexOf('"jws":"') + 7
    const signed = sent.text.slice(start, sent.text.indexOf('"', start)).lastIndexOf('.')
    for (let round = 0; round < 200; round++) {
      const at = start + ((round * 7919) % signed)
      const other = sent.text[at] === 'A' ? 'B' : 'A'
      const text = sent.text.slice(0, at) + other + sent.text.slice(at + 1)
      const { code } = await rooms.away.refusal('hoa', 'approvalFiles.import', await handed(rooms.away, text))
      expect(code).toMatch(/^approval-file-(unreadable|altered|key-unknown)$/)
    }
    await rooms.close()
  })

  it('believes no key but a registered one, whatever the header offers', async () => {
    const rooms = await twoNewsrooms()
    const { office, away } = rooms
    const sent = await rooms.exported([await rooms.submitted('Bài')])
    const found = readEnvelope(sent.text)
    if (found === null || !('jws' in found)) throw new Error('not open')
    const payload = Buffer.from(found.jws.split('.')[1] ?? '', 'base64url')
    const stored = [...office.newsroom.store.all('accounts').values()].find(
      ({ signInName }) => signInName === 'binh',
    )
    const key = stored?.keys[0]
    const privateKey = await importJWK(JSON.parse(key?.openPrivate ?? ''), 'EdDSA')
    const typ = 'toa-soan-approval-request+jws'
    const headers = [
      { kid: key?.kid },
      { kid: JSON.parse(payload.toString()).sender.kid, jwk: key?.publicJwk },
      { kid: key?.kid, jku: 'https://example.com/keys' },
      { kid: key?.kid, x5u: 'https://example.com/cert' },
    ]
    for (const header of headers) {
      const jws = await new CompactSign(payload)
        .setProtectedHeader({ alg: 'EdDSA', typ, ...header } as never)
        .sign(privateKey)
      const text = writeEnvelope('x', { ...found, jws })
      const { code } = await away.refusal('hoa', 'approvalFiles.import', await handed(away, text))
      expect(code).toMatch(/^approval-file-(unreadable|key-unknown|altered)$/)
    }
    const none = `${Buffer.from(JSON.stringify({ alg: 'none', typ, kid: key?.kid })).toString('base64url')}.${payload.toString('base64url')}.`
    expect(
      await away.refusal(
        'hoa',
        'approvalFiles.import',
        await handed(away, writeEnvelope('x', { ...found, jws: none })),
      ),
    ).toMatchObject({ code: 'approval-file-unreadable' })
    await rooms.close()
  })
})

describe('the register of keys', () => {
  it('changes only when a second person confirms, and keeps what was', async () => {
    const rooms = await twoNewsrooms()
    const { office } = rooms
    const before = await office.ask('tri', 'keys.list', {})
    const kid = before.keys.find(({ here, holder }) => !here && holder === 'Trần Thị Hoa')?.kid ?? ''
    const { changes } = await office.ask('tri', 'keys.propose', { change: { kind: 'retire', kid } })
    const change = changes.find(({ settled }) => settled === null)?.id ?? ''
    expect(await office.refusal('tri', 'keys.confirm', { change })).toMatchObject({
      code: 'key-change-needs-code',
    })
    expect(await office.refusal('lan', 'keys.confirm', { change })).toMatchObject({ code: 'not-permitted' })
    expect((await office.ask('tri', 'keys.list', {})).keys.find(key => key.kid === kid)?.retiredAt).toBeNull()
    await office.ask('mai', 'keys.confirm', { change })
    const after = await office.ask('tri', 'keys.list', {})
    expect(after.keys.find(key => key.kid === kid)?.retiredAt).not.toBeNull()
    expect(after.changes[0]?.settled).toMatchObject({ means: 'second-person', byName: 'Phạm Thị Mai' })
    expect(await office.refusal('mai', 'keys.confirm', { change })).toMatchObject({
      code: 'key-change-settled',
    })
    await rooms.close()
  })

  it('refuses an answer by a key that was retired meanwhile', async () => {
    const rooms = await twoNewsrooms()
    const { office, away } = rooms
    const id = await rooms.submitted('Bài')
    const sent = await rooms.exported([id])
    const { exchange } = await away.ask('hoa', 'approvalFiles.import', await handed(away, sent.text))
    const items = [{ article: id, decision: 'approve' as const, ...noRemarks }]
    const answer = await away.ask('hoa', 'approvalFiles.answer', { exchange: exchange.id, items })
    const { keys } = await office.ask('tri', 'keys.list', {})
    const kid = keys.find(({ here }) => !here)?.kid ?? ''
    const { changes } = await office.ask('tri', 'keys.propose', { change: { kind: 'retire', kid } })
    await office.ask('hoa', 'keys.confirm', {
      change: changes.find(({ settled }) => settled === null)?.id ?? '',
    })
    const text = await textOf(away, blobHash.parse(answer.file))
    expect(await office.refusal('lan', 'approvalFiles.import', await handed(office, text))).toMatchObject({
      code: 'approval-file-key-retired',
    })
    await rooms.close()
  })

  it('takes only a card signed by the key it shows', async () => {
    const rooms = await twoNewsrooms()
    const { text } = await rooms.away.ask('mai', 'keys.card', {})
    const propose = (card: string) =>
      rooms.office.refusal('tri', 'keys.propose', { change: { kind: 'register', account: null, card } })
    expect(await propose('xin chào')).toMatchObject({ code: 'key-card-unreadable' })
    expect(await propose(text.slice(0, -12))).toMatchObject({ code: 'key-card-unreadable' })
    const known = await rooms.away.ask('hoa', 'keys.card', {})
    expect(await propose(known.text)).toMatchObject({ code: 'key-known' })
    await rooms.close()
  })
})
