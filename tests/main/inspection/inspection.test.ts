import { execFileSync } from 'node:child_process'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { takeApart, verifyFiles } from '#main/reader-page/verify-pack'
import { approvedTwice, type MadeTestPack, makePack } from '#tests/support/inspection-pack'
import { aNewsroom } from '#tests/support/newsroom'
import { temporaryFolder } from '#tests/support/temporary-workspace'

let made: Promise<MadeTestPack> | null = null

/** One pack for all tests that only read it. */
function packed(): Promise<MadeTestPack> {
  made ??= (async () => {
    const room = await aNewsroom()
    const pack = await makePack(room, await approvedTwice(room))
    await room.close()
    return pack
  })()
  return made
}

const decode = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('utf8')

async function unpack({ files }: MadeTestPack): Promise<string> {
  const folder = await temporaryFolder()
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), bytes)
  }
  return folder
}

describe('an inspection pack', () => {
  it('holds revisions, comparisons, approvals and the journal of each article, and verifies whole', async () => {
    const pack = await packed()
    const { fault, facts, manifest } = verifyFiles(pack.files)
    expect(fault).toBeNull()
    expect(manifest).toMatchObject({ organisation: 'Xã Thử', madeBy: 'Vũ Minh Trí', period: null })
    const [first, second] = facts?.articles ?? []
    expect(first?.revisions.map(({ number }) => number)).toEqual([1, 2, 3])
    expect(first?.revisions[0]?.changes).toBeNull()
    expect(first?.revisions[2]?.changes).toContain('<ins>8</ins>')
    expect(first?.approvals.map(({ number, byFile }) => [number, byFile])).toEqual([
      [2, false],
      [3, false],
    ])
    expect(first?.entries.find(({ type }) => type === 'article.return')?.details).toMatchObject({
      reason: 'facts',
      note: 'Kiểm tra lại giờ.',
    })
    expect(second?.approvals).toHaveLength(1)
    expect(facts?.people).toMatchObject({ [String(first?.authors[0])]: 'Nguyễn Thị Lan' })
    expect([...pack.files.keys()]).toContain(`${first?.folder}/phien-ban-3.json`)
    expect([...pack.files.keys()].filter(path => path.startsWith('tep/'))).toHaveLength(1)
  })

  it('says what it would hold, keeps comments out unless asked, and is entered in the journal', async () => {
    const room = await aNewsroom()
    const articles = await approvedTwice(room)
    const scope = { kind: 'articles' as const, articles: [...articles] }
    expect(await room.ask('hoa', 'inspection.preview', { scope })).toMatchObject({
      articles: 2,
      revisions: 4,
      approvals: 3,
      comments: 1,
      people: ['Nguyễn Thị Lan', 'Trần Thị Hoa'],
    })
    const pack = await makePack(room, articles)
    expect(decode(pack.files.get('index.html'))).not.toContain('Trưởng trạm vừa gọi lại.')
    const { entries } = await room.ask('tri', 'audit.list', { type: 'inspection.made' })
    const digest = execFileSync('sha256sum', [pack.path], { encoding: 'utf8' }).split(' ')[0]
    expect(entries[0]?.details).toMatchObject({ sha256: digest, articles: 2 })
    const more = await makePack(room, articles, true)
    expect(verifyFiles(more.files)).toMatchObject({ fault: null })
    expect(decode(more.files.get('index.html'))).toContain('Trưởng trạm vừa gọi lại.')
    await room.close()
  })

  it('of a period takes what was approved in it; refused or stopped it leaves nothing behind', async () => {
    const room = await aNewsroom()
    await approvedTwice(room)
    const period = (from: string, to: string) => ({ kind: 'period' as const, from, to })
    const all = period('2020-01-01T00:00:00.000Z', '2100-01-01T00:00:00.000Z')
    expect((await room.ask('tri', 'inspection.preview', { scope: all })).articles).toBe(2)
    const folder = await temporaryFolder()
    const order = { scope: all, comments: false, folder }
    const none = period('2020-01-01T00:00:00.000Z', '2020-02-01T00:00:00.000Z')
    const refusal = (more: Partial<typeof order>, as = 'tri') =>
      room.refusal(as, 'inspection.make', { ...order, ...more })
    expect(await refusal({ scope: none })).toMatchObject({ code: 'inspection-empty' })
    expect(await refusal({ folder: '/khong/co' })).toMatchObject({ code: 'folder-not-found' })
    expect(await refusal({}, 'lan')).toMatchObject({ code: 'not-permitted' })
    const making = refusal({})
    for (;;) {
      const { task } = await room.ask('tri', 'safekeeping.read', {})
      if (task?.kind === 'inspect') break
    }
    await room.ask('tri', 'safekeeping.cancel', {})
    expect(await making).toMatchObject({ code: 'safekeeping-cancelled' })
    expect(await readdir(folder)).toEqual([])
    await room.close()
  })

  it('names the first thing that was altered, is missing or is foreign', async () => {
    const pack = await packed()
    const path = [...pack.files.keys()].find(name => name.endsWith('phien-ban-2.json')) ?? ''
    const altered = (name: string, bytes: Uint8Array) =>
      verifyFiles(new Map(pack.files).set(name, bytes)).fault?.vi
    const without = (name: string) => {
      const files = new Map(pack.files)
      files.delete(name)
      return verifyFiles(files).fault?.vi
    }
    expect(altered(path, Buffer.from('khác'))).toBe(`tệp ${path} đã bị sửa`)
    expect(without(path)).toBe(`thiếu tệp ${path}`)
    expect(altered('tep/la.txt', Buffer.from(''))).toBe('tệp lạ, không có trong hồ sơ: tep/la.txt')
    const page = decode(pack.files.get('index.html'))
    const rewritten = (from: string, to: string) => altered('index.html', Buffer.from(page.replace(from, to)))
    expect(rewritten('đưa trẻ đến lúc 8 giờ', 'đưa trẻ đến lúc 9 giờ')).toBe(
      'nội dung phiên bản 3, bài “Lịch tiêm chủng tháng 12”',
    )
    expect(rewritten('Kiểm tra lại giờ.', 'Tốt.')).toBe('dữ liệu bài “Lịch tiêm chủng tháng 12”')
    expect(rewritten('<title>', '<title>!')).toBe('tệp index.html đã bị sửa')
    const data = takeApart(page)?.data
    const swapped = page.replace(data?.manifest ?? '', (data?.manifest ?? '').replace(/^./, 'f'))
    expect(altered('index.html', Buffer.from(swapped))).toBe('chữ ký của hồ sơ không đúng')
  })

  it('checks with openssl and sha256sum, by the very commands of its guide', async () => {
    const pack = await packed()
    const folder = await unpack(pack)
    const guide = decode(pack.files.get('HUONG-DAN.txt'))
    const run = (command: string) => execFileSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8' })
    const lines = guide.split('\n').filter(line => /^(openssl|sha256sum|cut) /.test(line))
    const signatures = lines.filter(line => line.startsWith('openssl'))
    expect(signatures).toHaveLength(4)
    for (const command of signatures) expect(run(command)).toContain('Signature Verified Successfully')
    const [check = '', digestOfList = '', readList = ''] = lines.filter(line => !line.startsWith('openssl'))
    expect(run(check)).not.toContain('FAILED')
    expect(readList).toContain('cut -d.')
    expect(run(readList)).toContain(`"sha256":"${run(digestOfList).split(' ')[0]}"`)
    const [, signed = ''] = / -in (\S+\.ky-vao) /.exec(signatures[1] ?? '') ?? []
    const [, before = '', , after = ''] = decode(pack.files.get(signed)).split(/(.{40})$/)
    await writeFile(join(folder, signed), `${before}${'A'.repeat(40)}${after}`)
    expect(() => run(signatures[1] ?? '')).toThrow()
    expect(() => run(check)).toThrow()
  })
})
