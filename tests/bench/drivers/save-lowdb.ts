import { join } from 'node:path'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { type Saved, saveOf, serveSaves } from '../saving'

/* Plain lowdb, one file: data folder, articles to begin with. */
const [, , folder = '', articles = '0'] = process.argv
const database = new Low<{
  records: Record<string, unknown>
  audit: unknown[]
  bodies: Record<string, string>
}>(new JSONFile(join(folder, 'store.json')), { records: {}, audit: [], bodies: {} })

function put({ event, changes, bodies = [] }: Saved): void {
  for (const change of changes) if ('put' in change) database.data.records[change.put.id] = change.put
  database.data.audit.push(event)
  for (const { hash, text } of bodies) database.data.bodies[hash] = text
}
for (let number = 0; number < Number(articles); number++) put(saveOf(number, number))
await serveSaves(
  async saved => {
    put(saved)
    await database.write()
  },
  () => {},
)
