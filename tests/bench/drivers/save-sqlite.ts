import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Saved, saveOf, serveSaves } from '../saving'

/* better-sqlite3 with a write-ahead log: package folder, data folder, articles to begin with, synchronous mode. */
interface Statement {
  run(...values: readonly unknown[]): unknown
}
interface Database {
  pragma(text: string): unknown
  exec(text: string): void
  prepare(text: string): Statement
  transaction<A>(work: (argument: A) => void): (argument: A) => void
  close(): void
}

const [, , packageFolder = '', folder = '', articles = '0', synchronous = 'FULL'] = process.argv
const Sqlite = createRequire(import.meta.url)(packageFolder) as new (file: string) => Database
const database = new Sqlite(join(folder, 'store.db'))
database.pragma('journal_mode = WAL')
database.pragma('synchronous = OFF')
database.exec(`
  create table if not exists record (collection text, id text, json text, primary key (collection, id)) without rowid;
  create table if not exists audit (sequence integer primary key, subject text, json text);
  create table if not exists body (hash text primary key, text text) without rowid;
`)
const putRecord = database.prepare('insert or replace into record values (?, ?, ?)')
const putAudit = database.prepare('insert into audit (subject, json) values (?, ?)')
const putBody = database.prepare('insert or ignore into body values (?, ?)')

function put({ event, changes, bodies = [] }: Saved): void {
  for (const change of changes)
    if ('put' in change) putRecord.run(change.collection, change.put.id, JSON.stringify(change.put))
  putAudit.run(event.subject, JSON.stringify(event))
  for (const { hash, text } of bodies) putBody.run(hash, text)
}
const save = database.transaction(put)
database.transaction(() => {
  for (let number = 0; number < Number(articles); number++) put(saveOf(number, number))
})(undefined)
database.pragma('wal_checkpoint(TRUNCATE)')
database.pragma(`synchronous = ${synchronous}`)
await serveSaves(
  saved => save(saved),
  () => database.close(),
)
