import { parentPort, workerData } from 'node:worker_threads'
import type { ImportTask } from './import-task'
import { performImport } from './perform-import'

parentPort?.postMessage(performImport(workerData as ImportTask))
