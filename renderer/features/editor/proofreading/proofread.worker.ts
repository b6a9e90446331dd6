import type { ArticleText } from '#common/vietnamese/proofreading/article-text'
import { type BlockCache, proofread } from '#common/vietnamese/proofreading/proofread'

/** Proofreads away from the page; blocks that did not change since the last reading cost nothing. */
const cache: BlockCache = new Map()

addEventListener(
  'message',
  ({ data }: MessageEvent<{ readonly reading: number; readonly article: ArticleText }>) => {
    postMessage({ reading: data.reading, findings: proofread(data.article, cache) })
  },
)
