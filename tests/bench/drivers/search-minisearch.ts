import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type ArticleText, serveSearch } from '../searching'

/* MiniSearch: package folder. Texts come folded. */
interface Engine {
  add(article: ArticleText & { readonly id: number }): void
  search(text: string, options: object): readonly { readonly id: number }[]
}

const [, , packageFolder = ''] = process.argv
const MiniSearch = createRequire(import.meta.url)(join(packageFolder, 'dist/cjs/index.cjs')) as new (
  options: object,
) => Engine
const engine = new MiniSearch({ fields: ['headline', 'lead', 'body'] })

await serveSearch({
  build(articles) {
    let id = 0
    for (const article of articles) engine.add({ id: id++, ...article })
  },
  ask({ words, prefix }) {
    const last = words.length - 1
    const options = {
      combineWith: 'AND',
      boost: { headline: 2 },
      prefix: (_term: string, index: number) => prefix && index === last,
    }
    return engine
      .search(words.join(' '), options)
      .slice(0, 10)
      .map(({ id }) => id)
  },
})
