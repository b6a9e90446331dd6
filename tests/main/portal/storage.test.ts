import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openAppendLog } from '#main/portal/storage/append-log'
import { readLines } from '#main/portal/storage/read-lines'
import { nodeFiles } from '#main/store/files/node-files'
import { publishRequestOf } from '#tests/support/sealed-article'
import { temporaryFolder } from '#tests/support/temporary-workspace'
import { openTestPortal } from '#tests/support/test-portal'
import { type Fault, type FileOperation, watchedFiles } from '#tests/support/watched-files'

const numbered = z.object({ n: z.number() })

async function read(path: string): Promise<z.infer<typeof numbered>[]> {
  const records: z.infer<typeof numbered>[] = []
  for await (const { record } of readLines(nodeFiles(), path, numbered)) records.push(record)
  return records
}

describe('an append log', () => {
  it('gives every record its own place and shares syncs among those that wait', async () => {
    const path = join(await temporaryFolder(), 'log')
    let syncs = 0
    const files = watchedFiles(nodeFiles(), ({ kind }) => {
      if (kind === 'dataSync') syncs += 1
      return undefined
    })
    const log = await openAppendLog(files, path)
    const offsets = await Promise.all(['một\n', 'hai\n', 'ba\n'].map(text => log.append(Buffer.from(text))))
    await log.close()
    expect(offsets).toEqual([0, 6, 10])
    expect(await readFile(path, 'utf8')).toBe('một\nhai\nba\n')
    expect(syncs).toBe(1)
  })

  it('goes on after short writes', async () => {
    const path = join(await temporaryFolder(), 'log')
    const files = watchedFiles(nodeFiles(), ({ kind }) => (kind === 'write' ? { shortWrite: 2 } : undefined))
    const log = await openAppendLog(files, path)
    await log.append(Buffer.from('bảy chữ'))
    await log.close()
    expect(await readFile(path, 'utf8')).toBe('bảy chữ')
  })

  it('takes nothing more after the disk refused once', async () => {
    const path = join(await temporaryFolder(), 'log')
    let failing = true
    const files = watchedFiles(nodeFiles(), ({ kind }) =>
      kind === 'dataSync' && failing ? { code: 'EIO' } : undefined,
    )
    const log = await openAppendLog(files, path)
    await expect(log.append(Buffer.from('a'))).rejects.toThrow('cannot write')
    failing = false
    await expect(log.append(Buffer.from('b'))).rejects.toThrow('cannot write')
    await log.close()
  })
})

describe('reading lines', () => {
  it('cuts a torn end at every byte, keeps it in quarantine, and can go on', async () => {
    const whole = '{"n":1}\n{"n":2}\n'
    for (let length = 9; length < whole.length; length++) {
      const folder = await temporaryFolder()
      const path = join(folder, 'x.ndjson')
      await writeFile(path, whole.slice(0, length))
      expect(await read(path)).toEqual([{ n: 1 }])
      expect(await readFile(path, 'utf8')).toBe('{"n":1}\n')
      const [kept] = await readdir(join(folder, 'quarantine'))
      expect(await readFile(join(folder, 'quarantine', kept ?? ''), 'utf8')).toBe(whole.slice(8, length))
    }
  })

  it('cuts zeros that a power cut left', async () => {
    const path = join(await temporaryFolder(), 'x.ndjson')
    await writeFile(path, Buffer.concat([Buffer.from('{"n":1}\n'), Buffer.alloc(500)]))
    expect(await read(path)).toEqual([{ n: 1 }])
  })

  it('refuses damage in the middle and changes nothing', async () => {
    const path = join(await temporaryFolder(), 'x.ndjson')
    const damaged = '{"n":1}\n{"n":oops}\n{"n":3}\n'
    await writeFile(path, damaged)
    await expect(read(path)).rejects.toThrow('hỏng ở byte 8')
    expect(await readFile(path, 'utf8')).toBe(damaged)
  })

  it('says where each line lies', async () => {
    const path = join(await temporaryFolder(), 'x.ndjson')
    await writeFile(path, '{"n":1}\n{"n":22}\n')
    const places: unknown[] = []
    for await (const { offset, length } of readLines(nodeFiles(), path, numbered))
      places.push([offset, length])
    expect(places).toEqual([
      [0, 8],
      [8, 9],
    ])
  })

  it('finds lines across the pieces a big file is read in', async () => {
    const path = join(await temporaryFolder(), 'x.ndjson')
    const records = Array.from({ length: 60_000 }, (_, n) => ({ n }))
    await writeFile(path, records.map(record => `${JSON.stringify(record)}\n`).join(''))
    expect(await read(path)).toEqual(records)
  })
})

describe('a portal whose disk fails', () => {
  it.each(['requests.log', 'ledger.ndjson'])(
    'at %s accepts nothing, shows nothing and says so',
    async name => {
      let fault: Fault | undefined
      const watch = ({ path }: FileOperation): Fault | undefined => (path.endsWith(name) ? fault : undefined)
      const portal = await openTestPortal({ files: watchedFiles(nodeFiles(), watch) })
      const before = await portal.publish({ headline: 'Đã đăng' })
      const sealed = await portal.seal()
      fault = { code: 'ENOSPC' }
      const answer = await portal.put(sealed.article, 1, publishRequestOf(sealed))
      expect([answer.status, (await answer.json()).code]).toEqual([503, 'unavailable'])
      expect(portal.reports).toHaveLength(1)
      expect((await portal.get(`/bai/${sealed.slug}`)).status).toBe(404)
      expect((await portal.get(`/bai/${before.slug}`)).status).toBe(200)
      fault = undefined
      await portal.restart()
      expect((await portal.put(sealed.article, 1, publishRequestOf(sealed))).status).toBe(200)
      expect(await portal.ledger()).toHaveLength(2)
    },
  )

  it('at a blob answers unavailable and takes it later', async () => {
    let fault: Fault | undefined
    const watch = ({ path, kind }: FileOperation): Fault | undefined =>
      path.includes('blobs') && kind === 'write' ? fault : undefined
    const portal = await openTestPortal({ files: watchedFiles(nodeFiles(), watch) })
    fault = { code: 'ENOSPC' }
    await expect(portal.putBlob(Buffer.from('ảnh'))).rejects.toThrow('unavailable')
    fault = undefined
    await portal.putBlob(Buffer.from('ảnh'))
  })

  it('cut in the middle of a line comes back without the unacknowledged decision', async () => {
    const portal = await openTestPortal()
    const kept = await portal.publish({ headline: 'Giữ lại' })
    const lost = await portal.publish({ headline: 'Chưa kịp' })
    const path = join(portal.dataDir, 'ledger.ndjson')
    const text = await readFile(path, 'utf8')
    await writeFile(path, text.slice(0, -20))
    await portal.restart()
    expect((await portal.get(`/bai/${kept.slug}`)).status).toBe(200)
    expect((await portal.get(`/bai/${lost.slug}`)).status).toBe(404)
    expect((await portal.put(lost.article, 1, publishRequestOf(lost))).status).toBe(200)
  })
})
