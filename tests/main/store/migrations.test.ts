import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFiles } from '#main/store/files/node-files'
import { replaceFile } from '#main/store/files/replace-file'
import { migrateWorkspace } from '#main/store/migrations/migrate-workspace'
import { checkMigrations, type Migration } from '#main/store/migrations/migration'
import { migrations } from '#main/store/migrations/migrations'
import { readWorkspace, workspaceFormat, writeWorkspaceFormat } from '#main/store/workspace-file'
import { temporaryWorkspace } from '#tests/support/temporary-workspace'
import { watchedFiles } from '#tests/support/watched-files'
import { openSample, saved } from './sample-store'

const files = nodeFiles()

/** A made-up step: every draft gets a file beside it, and a note stands in the workspace. */
const madeUp = (to: number): Migration => ({
  to,
  what: `note ${to}`,
  run: async (disk, directory) => {
    const path = join(directory, 'collections', 'note.txt')
    const before = Buffer.from((await disk.read(path)) ?? []).toString()
    await replaceFile(disk, path, Buffer.from(`${before}${to};`))
    await replaceFile(disk, join(directory, 'drafts', `extra-${to}.txt`), Buffer.from('x'))
  },
})

async function aWorkspace() {
  const directory = await temporaryWorkspace()
  const store = await openSample(directory)
  for (let edition = 0; edition < 5; edition++) await store.commit(saved(`a${edition}`, edition))
  await store.close()
  return directory
}

const noteOf = (directory: string) => readFile(join(directory, 'collections', 'note.txt'), 'utf8')

describe('migrations of the product', () => {
  it('are numbered one after another up to the format it writes', () => {
    expect(() => checkMigrations(migrations, workspaceFormat)).not.toThrow()
    expect(() => checkMigrations([madeUp(3)], 3)).toThrow()
    expect(() => checkMigrations([madeUp(2), madeUp(2)], 3)).toThrow()
    expect(() => checkMigrations([madeUp(2)], 3)).toThrow()
    expect(() => checkMigrations([madeUp(3), madeUp(2)], 3)).toThrow()
  })
})

describe('migrating a workspace', () => {
  it('takes every step once, in order, and keeps the files as they were', async () => {
    const directory = await aWorkspace()
    const manifest = await readFile(join(directory, 'collections', 'manifest.json'), 'utf8')
    const migrated = await migrateWorkspace(files, directory, [madeUp(2), madeUp(3)], 3)
    expect(migrated).toEqual({ from: 1, to: 3, copy: join(directory, 'before-format-3') })
    expect(await noteOf(directory)).toBe('2;3;')
    expect((await readWorkspace(files, directory)).format).toBe(3)
    expect(await readFile(join(directory, 'before-format-3', 'collections', 'manifest.json'), 'utf8')).toBe(
      manifest,
    )
    expect(await migrateWorkspace(files, directory, [madeUp(2), madeUp(3)], 3)).toBeNull()
  })

  it('leaves alone what is of this format or a newer one', async () => {
    const directory = await aWorkspace()
    expect(await migrateWorkspace(files, directory, [], 1)).toBeNull()
    await migrateWorkspace(files, directory, [madeUp(2)], 2)
    const before = await readdir(directory)
    expect(await migrateWorkspace(files, directory, [], 1)).toBeNull()
    expect(await readdir(directory)).toEqual(before)
    const store = await openSample(directory, { epoch: 2 })
    expect(store.health).toMatchObject({ kind: 'read-only', cause: 'newer-version' })
    await store.close()
  })

  it('that breaks off at any operation begins again from the files as they were', async () => {
    let failing = 1
    for (let passed = false; !passed; failing += 3) {
      const directory = await aWorkspace()
      let count = 0
      const disk = watchedFiles(files, () => (++count === failing ? { code: 'ENOSPC' } : undefined))
      const first = await migrateWorkspace(disk, directory, [madeUp(2), madeUp(3)], 3).catch(() => 'failed')
      passed = first !== 'failed'
      await migrateWorkspace(files, directory, [madeUp(2), madeUp(3)], 3)
      expect(await noteOf(directory)).toBe('2;3;')
      expect((await readWorkspace(files, directory)).format).toBe(3)
      // The made-up format is one this program can still read: everything is there.
      await writeWorkspaceFormat(files, directory, 1)
      const store = await openSample(directory, { epoch: 2 })
      expect(store.all('articles').size).toBe(5)
      await store.close()
    }
    expect(failing).toBeGreaterThan(30)
  })
})
