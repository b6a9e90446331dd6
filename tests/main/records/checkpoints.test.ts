import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { CompactSign, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import { describe, expect, it } from 'vitest'
import { instantNow } from '#common/domain/environment'
import { checkpointType } from '#common/domain/journal-checkpoint'
import { hostEnvironment } from '#main/hosts/workstation/host-environment'
import { newsroomWithPortal } from '#tests/support/newsroom-with-portal'
import { temporaryFolder } from '#tests/support/temporary-workspace'

const claims = (jws: string) => JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString())

async function signedBy(jwk: JWK, value: object): Promise<string> {
  return new CompactSign(Buffer.from(JSON.stringify(value)))
    .setProtectedHeader({ alg: 'EdDSA', typ: checkpointType, kid: 'khoa-cua-may' })
    .sign(await importJWK(jwk, 'EdDSA'))
}

describe('a checkpoint of the journal', () => {
  it('goes along with a push, is held by the portal, and matches', async () => {
    const { room, published } = await newsroomWithPortal()
    expect(await room.ask('tri', 'audit.workstationKey', {})).toEqual({ fingerprint: null })
    const before = await room.ask('tri', 'store.verify', {})
    expect(before).toMatchObject({ ok: true, checkpoints: [{ portal: 'Cổng xã', state: 'none' }] })
    await published('Bài một')
    const verdict = await room.ask('tri', 'store.verify', {})
    expect(verdict).toMatchObject({ ok: true, firstBad: null, checkpoints: [{ state: 'match' }] })
    expect(await room.ask('tri', 'store.verdict', {})).toEqual({ verdict })
    const { fingerprint } = await room.ask('tri', 'audit.workstationKey', {})
    expect(fingerprint).toMatch(/^([0-9a-f]{4} ){5}[0-9a-f]{4}$/)
    const { entries } = await room.ask('tri', 'audit.list', { type: 'journal.checkpointed' })
    expect(entries).toMatchObject([{ details: { held: true }, subjectName: 'Cổng xã' }])
    expect(verdict.checkpoints[0]?.sequence).toBeLessThan(entries[0]?.sequence ?? 0)
    await room.close()
  })

  it('shows that the journal ends before what the portal saw', async () => {
    const { room, published } = await newsroomWithPortal()
    await published('Bài một')
    await room.reopen()
    const copy = join(await temporaryFolder(), 'truoc')
    await cp(room.directory, copy, { recursive: true })
    await published('Bài hai')
    // The whole folder as it was before: every link of the chain fits, and the second push never was.
    await room.reopen(async () => {
      await rm(room.directory, { recursive: true })
      await cp(copy, room.directory, { recursive: true })
    })
    const verdict = await room.ask('tri', 'store.verify', {})
    expect(verdict).toMatchObject({ ok: false, firstBad: null, checkpoints: [{ state: 'cut' }] })
    // Grown past the checkpoint it is another journal at that place.
    for (let count = 0; count < 30; count++) await room.ask('lan', 'articles.create', { kind: 'news' })
    const later = await room.ask('tri', 'store.verify', {})
    expect(later).toMatchObject({ ok: false, checkpoints: [{ state: 'altered' }] })
    await room.close()
  })

  it('signed by another key, out of order or altered is not taken by the portal', async () => {
    const { room, portal, published } = await newsroomWithPortal()
    await published('Bài một')
    const { publishToken } = portal.portal.credentials
    const put = async (checkpoint: string) => {
      const answer = await fetch(`${portal.url}/api/v1/checkpoints`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${publishToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({ checkpoint }),
      })
      return { status: answer.status, ...((await answer.json()) as object) }
    }
    const list = await fetch(`${portal.url}/api/v1/checkpoints/${room.newsroom.store.workspace}`, {
      headers: { authorization: `Bearer ${publishToken}` },
    })
    const { checkpoints } = (await list.json()) as { checkpoints: { checkpoint: string; sequence: number }[] }
    const [held] = checkpoints
    if (held === undefined) throw new Error('nothing held')
    const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
    const { kty, crv, x } = await exportJWK(pair.publicKey)
    const made = (about: object, more: object = {}) =>
      new CompactSign(
        Buffer.from(
          JSON.stringify({
            format: 'toa-soan/journal-checkpoint',
            v: 1,
            workspace: room.newsroom.store.workspace,
            sequence: held.sequence + 1,
            hash: '0'.repeat(64),
            at: instantNow(hostEnvironment),
            publicJwk: { kty, crv, x },
            ...about,
          }),
        ),
      )
        .setProtectedHeader({ alg: 'EdDSA', typ: checkpointType, kid: 'khoa-khac', ...more } as never)
        .sign(pair.privateKey)
    expect(await put(held.checkpoint)).toMatchObject({ status: 200 })
    expect(await put(await made({}))).toMatchObject({ code: 'checkpoint-invalid' })
    expect(await put(await made({}, { jku: 'https://example.com' }))).toMatchObject({
      code: 'checkpoint-invalid',
    })
    expect(await put(`${held.checkpoint.slice(0, -1)}!`)).toMatchObject({ code: 'checkpoint-invalid' })
    const own = room.newsroom.store.get('secrets', 'workstation-key')?.open
    const behind = await signedBy(JSON.parse(own ?? ''), { ...claims(held.checkpoint), sequence: 1 })
    expect(await put(behind)).toMatchObject({ status: 409, code: 'checkpoint-behind' })
    expect(await room.ask('tri', 'store.verify', {})).toMatchObject({ checkpoints: [{ state: 'match' }] })
    await room.close()
  })

  it('is asked for in vain without a line, and says so', async () => {
    const { room, portal, published } = await newsroomWithPortal()
    await published('Bài một')
    await portal.down()
    expect(await room.ask('tri', 'store.verify', {})).toMatchObject({
      ok: true,
      checkpoints: [{ state: 'no-answer' }],
    })
    await room.close()
  })
})
