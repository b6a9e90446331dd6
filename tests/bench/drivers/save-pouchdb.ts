import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Saved, saveOf, serveSaves } from '../saving'

/* PouchDB over LevelDB: package folder, data folder, articles to begin with. It hardly ever flushes. */
interface Pouch {
  bulkDocs(documents: readonly object[]): Promise<unknown>
  close(): Promise<void>
}
const [, , packageFolder = '', folder = '', articles = '0'] = process.argv
const PouchDb = createRequire(import.meta.url)(packageFolder) as new (path: string) => Pouch
const database = new PouchDb(join(folder, 'store'))
let sequence = 0

const documentsOf = ({ event, changes, bodies = [] }: Saved): object[] => [
  ...changes.flatMap(change =>
    'put' in change ? { ...change.put, _id: `${change.put.id}.${++sequence}` } : [],
  ),
  { ...event, _id: `audit.${++sequence}` },
  ...bodies.map(({ text }) => ({ _id: `body.${++sequence}`, text })),
]
for (let number = 0; number < Number(articles); number += 200) {
  const some = Array.from({ length: Math.min(200, Number(articles) - number) }, (_, place) =>
    saveOf(number + place, number),
  )
  await database.bulkDocs(some.flatMap(documentsOf))
}
await serveSaves(
  saved => database.bulkDocs(documentsOf(saved)),
  () => database.close(),
)
