import { parentPort, workerData } from 'node:worker_threads'
import { type MediaTask, performMediaTask } from './media-task'

parentPort?.postMessage(await performMediaTask(workerData as MediaTask))
