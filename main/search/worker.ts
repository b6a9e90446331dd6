import { parentPort, workerData } from 'node:worker_threads'
import { nodeFiles } from '#main/store/files/node-files'
import type { SearchWorkerData } from './search-messages'
import { serveSearch } from './serve-search'

/** The program `out/main/search.js`: started as a worker thread only, with its workspace. */
if (parentPort === null) throw new Error('search.js is a worker')
serveSearch(parentPort as never, workerData as SearchWorkerData, nodeFiles())
