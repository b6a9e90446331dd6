import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { JSDOM } from 'jsdom'
import { describe, expect, it, vi } from 'vitest'
import { newId } from '#common/domain/environment'
import { articleId } from '#common/domain/ids'
import type { PackFacts } from '#common/domain/inspection-pack'
import { hostEnvironment } from '#main/hosts/workstation/host-environment'
import { articleView } from '#main/reader-page/inspection-article'
import { sayIn } from '#main/reader-page/inspection-words'
import { verifyFiles } from '#main/reader-page/verify-pack'
import { taskRunner } from '#main/safekeeping/perform-task'
import { nodeFiles } from '#main/store/files/node-files'
import {
  type MadeTestPack,
  makePack,
  publishedUrgently,
  signedInLevels,
  urgentReason,
} from '#tests/support/inspection-pack'
import { aNewsroom } from '#tests/support/newsroom'
import { temporaryFolder } from '#tests/support/temporary-workspace'

// Real HTTP and real syncs, on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 60_000 })

interface Made {
  readonly pack: MadeTestPack
  readonly facts: PackFacts
}
let made: Promise<Made> | null = null

/** A text that two levels signed, and one that went to readers urgently; one pack for all tests that only read it. */
async function make(): Promise<Made> {
  const room = await aNewsroom()
  const pack = await makePack(room, [await signedInLevels(room), await publishedUrgently(room)])
  await room.close()
  const { fault, facts } = verifyFiles(pack.files)
  if (fault !== null || facts === null) throw new Error(fault?.vi ?? 'no facts')
  return { pack, facts }
}

function packed(): Promise<Made> {
  made ??= make()
  return made
}

const pageOf = ({ pack }: Made) => Buffer.from(pack.files.get('index.html') ?? []).toString('utf8')
const faultOf = ({ pack }: Made, text: string) =>
  verifyFiles(new Map(pack.files).set('index.html', Buffer.from(text))).fault?.vi

/** What the page says of one article. */
function shown({ facts }: Made, place: number): string {
  const found = facts.articles[place]
  if (found === undefined) throw new Error('no such article')
  vi.stubGlobal('document', new JSDOM().window.document)
  const words = articleView({ article: found, facts, say: sayIn('vi') }).textContent ?? ''
  vi.unstubAllGlobals()
  return words
}

describe('an inspection pack', () => {
  it('says who signed which level, in words, and refuses when one of them is left out', async () => {
    const all = await packed()
    const { facts } = all
    expect(facts.articles[0]?.approvals).toHaveLength(2)
    expect(shown(all, 0)).toContain('Lê Văn Bình ký cấp 1/2 (Biên tập viên), phiên bản 1')
    expect(shown(all, 0)).toContain('Trần Thị Hoa phê duyệt phiên bản 1')
    expect(shown(all, 0)).toContain('Quy tắc: cấp 2 trong 2 cấp duyệt: Người duyệt')
    expect(shown(all, 0)).not.toMatch(/four-eyes|levels\/1|✗/)
    const [first] = facts.articles[0]?.approvals ?? []
    const without = pageOf(all).replace(`${JSON.stringify(first)},`, '')
    expect(without).not.toBe(pageOf(all))
    expect(faultOf(all, without)).toBe('phê duyệt phiên bản 1, bài “Ra quân làm đường”')
  })

  it('says who decided to publish urgently and why, signed, and names it when the reason was changed', async () => {
    const all = await packed()
    const { facts } = all
    expect(facts.articles[1]?.urgent).toMatchObject({ number: 1, reason: urgentReason })
    expect(shown(all, 1)).toContain('Đỗ Văn Nam quyết định đăng khẩn phiên bản 1')
    expect(shown(all, 1)).toContain(urgentReason)
    expect(shown(all, 1)).toContain('Hạn phê duyệt: ')
    expect(shown(all, 1)).not.toContain('✗')
    const rewritten = pageOf(all).replaceAll(`"reason":"${urgentReason}"`, '"reason":"Tiện thì đăng."')
    expect(faultOf(all, rewritten)).toBe('quyết định đăng khẩn bài “Bão số 9”')
  })

  it('lets openssl check every level and the urgent decision', async () => {
    const { pack } = await packed()
    const folder = await temporaryFolder()
    for (const [path, bytes] of pack.files) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), bytes)
    }
    const guide = Buffer.from(pack.files.get('HUONG-DAN.txt') ?? []).toString('utf8')
    const commands = guide.split('\n').filter(line => line.startsWith('openssl '))
    expect(commands).toHaveLength(4)
    expect(commands.filter(line => line.includes('dang-khan-phien-ban-1'))).toHaveLength(1)
    for (const command of commands) {
      const answer = execFileSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8' })
      expect(answer).toContain('Signature Verified Successfully')
    }
  })

  it('is not made of more articles or more text than a PC can open', async () => {
    const room = await aNewsroom()
    const signed = await signedInLevels(room)
    const { store } = room.newsroom
    const card = store.get('articles', signed)
    if (card === undefined) throw new Error('no article')
    const many = Array.from({ length: 1_001 }, () => ({
      collection: 'articles' as const,
      put: { ...card, id: articleId.parse(newId(hostEnvironment)) },
    }))
    const approvals = many.map(({ put }, number) => {
      const [given] = [...store.all('approvals').values()]
      if (given === undefined) throw new Error('no approval')
      return { collection: 'approvals' as const, put: { ...given, id: `nhieu-${number}`, article: put.id } }
    })
    const at = new Date().toISOString()
    await store.commit({
      event: { type: 'test.many', at, actor: null, subject: null, details: {} },
      changes: [...many, ...approvals],
    })
    const period = {
      kind: 'period' as const,
      from: '2020-01-01T00:00:00.000Z',
      to: '2100-01-01T00:00:00.000Z',
    }
    const folder = await temporaryFolder()
    expect(
      await room.refusal('tri', 'inspection.make', { scope: period, comments: false, folder }),
    ).toMatchObject({ code: 'inspection-too-many', params: { most: 1_000 } })
    const order = {
      kind: 'inspect' as const,
      workspace: store.directory,
      folder,
      organisation: 'Xã Thử',
      madeBy: 'Vũ Minh Trí',
      articles: [card.id],
      comments: false,
      period: null,
      machine: { kid: 'k', name: 'may', publicJwk: { kty: 'OKP', crv: 'Ed25519', x: 'x' } as const },
      privateJwk: '{}',
      mostBytes: 1_000,
    }
    const run = taskRunner(nodeFiles(), hostEnvironment)
    expect(await run(order, () => {}, new AbortController().signal)).toMatchObject({
      kind: 'fault',
      fault: 'too-large',
      detail: '1000',
    })
    await room.close()
  })
})
