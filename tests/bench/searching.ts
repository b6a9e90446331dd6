import { bodyText } from '#common/document/to-text'
import { fold } from '#common/vietnamese/fold'
import { serveDriver } from './driver'
import { articleDocument } from './generated/article-document'

/** A question to a search engine: whole words, of which the last is a beginning with `prefix`. */
export interface SearchQuestion {
  readonly words: readonly string[]
  readonly prefix: boolean
}

export interface SearchFound {
  readonly ms: number
  /** Numbers of the first ten articles, best first. */
  readonly best: readonly number[]
}

/** What every engine of the search section answers. */
export interface SearchAnswers {
  readonly [name: string]: (input: never) => unknown
  build(input: {
    readonly articles: number
    readonly folder: string
  }): Promise<{ readonly ms: number; readonly rssMb: number }>
  ask(input: SearchQuestion): Promise<SearchFound>
}

export interface ArticleText {
  readonly headline: string
  readonly lead: string
  readonly body: string
}

/** The generated article with this number, folded: no engine measured folds đ by itself. */
export function foldedArticle(number: number): ArticleText {
  const document = articleDocument(number)
  return {
    headline: fold(document.child(0).textContent),
    lead: fold(document.child(1).textContent),
    body: fold(bodyText(document)),
  }
}

/** Serves an engine; only its own work is timed, not the making of the texts. */
export async function serveSearch(engine: {
  build(articles: Iterable<ArticleText>, folder: string): Promise<void> | void
  ask(question: SearchQuestion): readonly number[]
}): Promise<void> {
  const answers: SearchAnswers = {
    async build({ articles, folder }) {
      let makingMs = 0
      function* texts(): Generator<ArticleText> {
        for (let number = 0; number < articles; number++) {
          const before = performance.now()
          const text = foldedArticle(number)
          makingMs += performance.now() - before
          yield text
        }
      }
      const started = performance.now()
      await engine.build(texts(), folder)
      return { ms: performance.now() - started - makingMs, rssMb: process.memoryUsage.rss() / 2 ** 20 }
    },
    async ask(question) {
      const started = performance.now()
      const best = engine.ask(question)
      return { ms: performance.now() - started, best }
    },
  }
  await serveDriver(answers)
}
