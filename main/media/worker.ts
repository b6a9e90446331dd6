import { parentPort, workerData } from 'node:worker_threads'
import { preparePicture } from './prepare-picture'

parentPort?.postMessage(await preparePicture(workerData as Uint8Array))
