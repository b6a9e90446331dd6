import type { Role } from '#common/domain/account'
import type { Article, Stage } from '#common/domain/article'
import { accountId, articleId, revisionHash } from '#common/domain/ids'

/** Ids that read well in a failing test: 26 letters from a short name. */
export function idOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z2-7]/g, '')
    .padEnd(26, 'a')
    .slice(0, 26)
}

export function actor(name: string, ...roles: readonly Role[]) {
  return { id: accountId.parse(idOf(name)), roles: [...roles] }
}

const at = '2026-11-22T03:00:00.000Z'

/** `anArticle().by('lan').at('submitted')` */
export function anArticle() {
  return builder({
    id: articleId.parse(idOf('bai')),
    kind: 'news',
    headline: 'Xã Yên Hà ra quân làm đường',
    lead: '',
    category: 'tin-tuc',
    words: 120,
    pictures: 0,
    attachments: 0,
    stage: 'draft',
    createdBy: accountId.parse(idOf('lan')),
    createdAt: at,
    changedBy: accountId.parse(idOf('lan')),
    changedAt: at,
    changed: 1,
    authors: [accountId.parse(idOf('lan'))],
    frozenVersion: 3,
    revision: revisionHash.parse('a'.repeat(64)),
    revisionNumber: 1,
    claim: null,
    returned: null,
    approval: null,
    spiked: null,
  })
}

function builder(article: Article) {
  const but = (change: Partial<Article>) => builder({ ...article, ...change })
  return {
    by: (name: string) =>
      but({ createdBy: accountId.parse(idOf(name)), authors: [accountId.parse(idOf(name))] }),
    alsoBy: (name: string) => but({ authors: [...article.authors, accountId.parse(idOf(name))] }),
    at: (stage: Stage) => but({ stage }),
    claimedBy: (name: string) => but({ stage: 'in-review', claim: { by: accountId.parse(idOf(name)), at } }),
    spikedFrom: (from: Stage) =>
      but({ stage: 'spiked', spiked: { by: article.createdBy, at, reason: '', from } }),
    but,
    build: () => article,
  }
}
