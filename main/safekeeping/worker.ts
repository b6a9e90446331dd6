import { randomBytes } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { nodeFiles } from '#main/store/files/node-files'
import { taskRunner } from './perform-task'
import type { Task } from './task'
import type { WorkerMessage } from './worker-message'

/** Progress is told at most this often. */
const tellEveryMs = 200

const say = (message: WorkerMessage) => parentPort?.postMessage(message)
const stop = new AbortController()
parentPort?.once('message', () => stop.abort())

let toldAtMs = 0
const run = taskRunner(nodeFiles(), { now: Date.now, randomBytes: length => randomBytes(length) })
const outcome = await run(
  workerData as Task,
  (phase, done, total) => {
    const nowMs = Date.now()
    if (nowMs - toldAtMs < tellEveryMs) return
    toldAtMs = nowMs
    say({ kind: 'progress', phase, done, total })
  },
  stop.signal,
)
say({ kind: 'outcome', outcome })
parentPort?.close()
