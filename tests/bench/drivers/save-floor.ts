import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { serveSaves } from '../saving'

/* What no store can go below: one kilobyte appended and synced by Node's thread pool. */
const [, , folder = ''] = process.argv
const file = await open(join(folder, 'floor'), 'a')
const kilobyte = Buffer.alloc(1_024, 'x')
await serveSaves(
  async () => {
    await file.write(kilobyte)
    await file.datasync()
  },
  () => file.close(),
)
