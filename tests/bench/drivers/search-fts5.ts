import { createRequire } from 'node:module'
import { join } from 'node:path'
import { serveSearch } from '../searching'

/* SQLite FTS5 through better-sqlite3: package folder. Texts come folded, so its own folding has nothing left to do. */
interface Statement {
  run(...values: readonly unknown[]): unknown
  all(...values: readonly unknown[]): readonly { readonly rowid: number }[]
}
interface Database {
  exec(text: string): void
  prepare(text: string): Statement
}

const [, , packageFolder = ''] = process.argv
const Sqlite = createRequire(import.meta.url)(packageFolder) as new (file: string) => Database
let find: Statement | null = null

await serveSearch({
  build(articles, folder) {
    const database = new Sqlite(join(folder, 'search.db'))
    database.exec('create virtual table article using fts5(headline, lead, body); begin')
    const insert = database.prepare('insert into article (rowid, headline, lead, body) values (?, ?, ?, ?)')
    let number = 0
    for (const { headline, lead, body } of articles) insert.run(++number, headline, lead, body)
    database.exec('commit')
    find = database.prepare('select rowid from article where article match ? order by rank limit 10')
  },
  ask({ words, prefix }) {
    const match = words.map((word, index) => `"${word}"${prefix && index === words.length - 1 ? '*' : ''}`)
    return find?.all(match.join(' ')).map(({ rowid }) => rowid - 1) ?? []
  },
})
