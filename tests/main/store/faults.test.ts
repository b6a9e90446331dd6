import { describe, expect, it } from 'vitest'
import { nodeFiles } from '#main/store/files/node-files'
import { StoreWriteError } from '#main/store/store-write-error'
import { temporaryWorkspace } from '#tests/support/temporary-workspace'
import { type Fault, type FileOperation, watchedFiles } from '#tests/support/watched-files'
import { articleOne, openSample, saved } from './sample-store'

/** A store whose disk behaves until `arm` is called. */
async function faultyStore(fault: (operation: FileOperation) => Fault | undefined) {
  const directory = await temporaryWorkspace()
  let armed = false
  const seen: FileOperation[] = []
  const files = watchedFiles(nodeFiles(), operation => {
    if (!armed) return undefined
    seen.push(operation)
    return fault(operation)
  })
  const store = await openSample(directory, { files })
  await store.commit(saved('a0', 1))
  return { store, directory, seen, arm: () => (armed = true) }
}

const journalOnly = (kind: FileOperation['kind'], fault: Fault) => (operation: FileOperation) =>
  operation.kind === kind && operation.path.endsWith('.log') ? fault : undefined

describe('a failed fdatasync', () => {
  it('rejects everyone waiting, turns the store read-only and is never tried again', async () => {
    const { store, directory, seen, arm } = await faultyStore(journalOnly('dataSync', { code: 'EIO' }))
    arm()
    const waiting = await Promise.allSettled([1, 2, 3].map(edition => store.commit(saved('a1', edition))))
    for (const result of waiting)
      expect(result).toMatchObject({
        status: 'rejected',
        reason: { name: 'StoreWriteError', health: { cause: 'write-failed' } },
      })
    expect(store.health).toMatchObject({ kind: 'read-only', cause: 'write-failed', detail: 'EIO: injected' })
    await expect(store.commit(saved('a2', 1))).rejects.toBeInstanceOf(StoreWriteError)
    await expect(store.checkpoint()).rejects.toBeInstanceOf(StoreWriteError)
    await expect(store.drafts.create(articleOne, {})).rejects.toBeInstanceOf(StoreWriteError)
    expect(seen.filter(({ kind }) => kind === 'dataSync')).toHaveLength(1)
    expect(seen.filter(({ kind }) => kind === 'write')).toHaveLength(1)
    await store.close()

    const again = await openSample(directory, { epoch: 2 })
    expect(again.health.kind).toBe('writable')
    expect(again.get('articles', 'a0')?.edition).toBe(1)
    await again.close()
  })
})

describe('a failed write', () => {
  it.each(['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EDQUOT'])('with %s acknowledges nothing', async code => {
    const { store, directory, arm } = await faultyStore(journalOnly('write', { code }))
    arm()
    await expect(store.commit(saved('a1', 1))).rejects.toMatchObject({
      health: { detail: `${code}: injected` },
    })
    await store.close()
    const again = await openSample(directory, { epoch: 2 })
    expect(again.get('articles', 'a1')).toBeUndefined()
    expect(again.get('articles', 'a0')?.edition).toBe(1)
    await again.close()
  })

  it('after a short one leaves half a record that the next opening cuts', async () => {
    let writes = 0
    const { store, directory, arm } = await faultyStore(({ kind, path }) => {
      if (kind !== 'write' || !path.endsWith('.log')) return undefined
      return writes++ === 0 ? { shortWrite: 100 } : { code: 'ENOSPC' }
    })
    arm()
    await expect(store.commit(saved('a1', 1))).rejects.toBeInstanceOf(StoreWriteError)
    await store.close()
    const again = await openSample(directory, { epoch: 2 })
    expect(again.recovery.tornBytes).toBe(100)
    expect(again.head.sequence).toBe(1)
    expect(again.health.kind).toBe('writable')
    await again.close()
  })

  it('to create the next segment turns the store read-only', async () => {
    const { store, arm } = await faultyStore(journalOnly('open', { code: 'EMFILE' }))
    await store.checkpoint()
    arm()
    await expect(store.commit(saved('a1', 1))).rejects.toBeInstanceOf(StoreWriteError)
    expect(store.health.kind).toBe('read-only')
    await store.close()
  })
})

describe('short writes', () => {
  it('are continued until every byte is written', async () => {
    const { store, directory, seen, arm } = await faultyStore(({ kind }) =>
      kind === 'write' ? { shortWrite: 7 } : undefined,
    )
    arm()
    await store.commit(saved('a1', 1, 'thân bài'))
    expect(seen.filter(({ kind }) => kind === 'write').length).toBeGreaterThan(10)
    await store.close()
    const again = await openSample(directory, { epoch: 2 })
    expect(again.get('articles', 'a1')?.edition).toBe(1)
    expect((await again.verify()).ok).toBe(true)
    await again.close()
  })
})

describe('a checkpoint', () => {
  it('that fails at any operation loses nothing, says why, and the next one succeeds', {
    timeout: 60_000,
  }, async () => {
    for (let failing = 1; ; failing++) {
      let count = 0
      const { store, directory, seen, arm } = await faultyStore(() =>
        ++count === failing ? { code: 'ENOSPC' } : undefined,
      )
      await store.commit(saved('a1', 1, 'thân bài'))
      arm()
      const failure = await store.checkpoint().catch((error: unknown) => error)
      if (count < failing) {
        expect(failing).toBeGreaterThan(15)
        await store.close()
        break
      }
      const label = `${seen.at(-1)?.kind} ${seen.at(-1)?.path}`
      if (failure !== undefined) expect(store.checkpointFailure, label).not.toBeNull()
      if (store.health.kind === 'writable') {
        await store.commit(saved('a2', 1))
        await store.checkpoint()
        expect(store.checkpointFailure, label).toBeNull()
      }
      await store.close()
      const again = await openSample(directory, { epoch: 2 })
      expect(again.health, label).toEqual({ kind: 'writable' })
      expect(again.get('articles', 'a1')?.edition, label).toBe(1)
      expect(await again.verify(), label).toMatchObject({ ok: true })
      await again.close()
    }
  })
})
