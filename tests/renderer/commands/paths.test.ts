import { describe, expect, it } from 'vitest'
import { articleId } from '#common/domain/ids'
import { counterOfSlug, slugOfCounter } from '#renderer/commands/counters.ts'
import { homeOf, pathOfArticle, paths } from '#renderer/commands/paths.ts'

const id = articleId.parse('a'.repeat(26))

describe('where work begins', () => {
  it('is the desk for who writes, the queue for who only reviews, publishing for who only operates', () => {
    expect(homeOf(['writer'])).toBe(paths.desk)
    expect(homeOf(['writer', 'editor', 'reviewer', 'operator', 'administrator'])).toBe(paths.desk)
    expect(homeOf(['reviewer', 'operator'])).toBe(paths.reviewQueue)
    expect(homeOf(['operator'])).toBe(paths.publishing)
    expect(homeOf(['administrator'])).toBe(paths.desk)
  })
})

describe('the screen of an article', () => {
  it('is the review for somebody else’s submitted text, the editor otherwise', () => {
    expect(pathOfArticle({ id, stage: 'submitted', own: false }, true)).toBe(paths.review(id))
    expect(pathOfArticle({ id, stage: 'submitted', own: true }, true)).toBe(paths.edit(id))
    expect(pathOfArticle({ id, stage: 'submitted', own: false }, false)).toBe(paths.edit(id))
    expect(pathOfArticle({ id, stage: 'approved', own: false }, true)).toBe(paths.edit(id))
  })
})

describe('counters in an address', () => {
  it('come back from their words; anything else is all articles', () => {
    for (const [counter, slug] of Object.entries(slugOfCounter)) expect(counterOfSlug(slug)).toBe(counter)
    expect(counterOfSlug('gi-do')).toBe('all')
    expect(counterOfSlug(undefined)).toBe('all')
  })
})
