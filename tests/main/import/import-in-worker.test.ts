import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importInWorker } from '#main/import/import-in-worker'

let folder = ''
const task = { bytes: new Uint8Array([1]), fileName: 'a.docx' }
const worker = (source: string) => {
  const file = join(folder, `${Math.random().toString(36).slice(2)}.mjs`)
  writeFileSync(file, `import { parentPort, workerData } from 'node:worker_threads'\n${source}`)
  return file
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'toa-soan-import-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a worker that never ends is ended at its deadline, while this thread goes on', async () => {
  let turns = 0
  const heart = setInterval(() => {
    turns += 1
  }, 10)
  const run = importInWorker(worker('for (;;);'), { deadlineMs: 400, heapMegabytes: 64 })
  expect(await run(task)).toEqual({ kind: 'fault', fault: 'too-slow' })
  clearInterval(heart)
  expect(turns).toBeGreaterThan(5)
})

test('a worker that eats its heap is a fault of the file', async () => {
  const run = importInWorker(worker('const kept = []; for (;;) kept.push({ a: [1, 2, 3] })'), {
    deadlineMs: 60_000,
    heapMegabytes: 24,
  })
  expect(await run(task)).toEqual({ kind: 'fault', fault: 'too-large' })
})

test('a worker that breaks or leaves without a word is a bug, not a hang', async () => {
  expect(await importInWorker(worker("throw new Error('x')"))(task)).toMatchObject({ kind: 'bug' })
  expect(await importInWorker(worker('process.exit(3)'))(task)).toMatchObject({ kind: 'bug' })
})
