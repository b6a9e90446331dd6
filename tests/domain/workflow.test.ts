import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { may, permissions, type Role, roles } from '#common/domain/account'
import { type Stage, stages } from '#common/domain/article'
import { type Action, actions, allowedActions, decide } from '#common/domain/workflow'
import { actor, anArticle } from '#tests/support/articles'

/** The workflow written once more, by hand and by role, for a text of somebody else that nobody claimed. */
const byStranger: Readonly<Record<Action, Readonly<Partial<Record<Role, readonly Stage[]>>>>> = {
  edit: { editor: ['draft', 'returned'], reviewer: ['draft', 'returned'] },
  suggest: {
    writer: ['draft', 'returned', 'in-review'],
    editor: ['draft', 'returned', 'in-review'],
    reviewer: ['draft', 'returned', 'in-review'],
  },
  comment: {
    writer: ['draft', 'submitted', 'in-review', 'returned', 'approved'],
    editor: ['draft', 'submitted', 'in-review', 'returned', 'approved'],
    reviewer: ['draft', 'submitted', 'in-review', 'returned', 'approved'],
    operator: ['draft', 'submitted', 'in-review', 'returned', 'approved'],
  },
  submit: { editor: ['draft', 'returned'], reviewer: ['draft', 'returned'] },
  withdraw: { editor: ['submitted'] },
  claim: { editor: ['submitted'], reviewer: ['submitted'] },
  release: {},
  return: { editor: ['submitted', 'in-review'], reviewer: ['submitted', 'in-review'] },
  approve: { reviewer: ['submitted', 'in-review'] },
  reopen: { editor: ['approved'], reviewer: ['approved'] },
  spike: {
    editor: ['draft', 'returned', 'submitted', 'approved'],
    reviewer: ['draft', 'returned', 'submitted', 'approved'],
  },
  restore: { editor: ['spiked'], reviewer: ['spiked'] },
}

const byAuthor: Readonly<Record<Action, readonly Stage[]>> = {
  edit: ['draft', 'returned'],
  suggest: ['draft', 'returned', 'in-review'],
  comment: ['draft', 'submitted', 'in-review', 'returned', 'approved'],
  submit: ['draft', 'returned'],
  withdraw: ['submitted'],
  claim: [],
  release: [],
  return: [],
  approve: [],
  reopen: ['approved'],
  spike: ['draft', 'returned', 'submitted', 'approved'],
  restore: ['spiked'],
}

describe('the workflow table', () => {
  it('W1 grants permissions by role and by nothing else', () => {
    for (const [permission, granted] of Object.entries(permissions)) {
      for (const role of roles) {
        expect(may({ roles: [role] }, permission as keyof typeof permissions)).toBe(
          granted.some(held => held === role),
        )
      }
      expect(may({ roles: [] }, permission as keyof typeof permissions)).toBe(false)
    }
  })

  it.each(roles)('W2 lets a %s act on somebody else’s text exactly as written', role => {
    for (const action of actions) {
      for (const stage of stages) {
        const article = anArticle().by('lan').at(stage).build()
        const expected = byStranger[action][role]?.includes(stage) ?? false
        expect(decide(action, article, actor('hoa', role)).ok, `${action} at ${stage}`).toBe(expected)
      }
    }
  })

  it('W4 lets writers act on their own text exactly as written', () => {
    for (const action of actions) {
      for (const stage of stages) {
        const article = anArticle().by('lan').at(stage).build()
        expect(decide(action, article, actor('lan', 'writer')).ok, `${action} at ${stage}`).toBe(
          byAuthor[action].includes(stage),
        )
      }
    }
  })

  it('W4 keeps an author without a writing role from the text', () => {
    expect(decide('edit', anArticle().by('lan').build(), actor('lan', 'operator')).ok).toBe(false)
  })

  it('W4 leaves the text in review to its claimant', () => {
    const article = anArticle().by('lan').claimedBy('hoa').build()
    expect(decide('edit', article, actor('hoa', 'reviewer')).ok).toBe(true)
    expect(decide('edit', article, actor('mai', 'reviewer'))).toMatchObject({
      problem: { code: 'claimed-by-other' },
    })
    expect(decide('edit', article, actor('lan', 'writer'))).toMatchObject({
      problem: { code: 'claimed-by-other' },
    })
  })

  it('W7 refuses approval of one’s own work, whatever roles one holds', () => {
    const everything = actor('lan', ...roles)
    expect(decide('approve', anArticle().by('lan').at('submitted').build(), everything)).toMatchObject({
      problem: { code: 'own-work' },
    })
    const coAuthored = anArticle().by('hoa').alsoBy('lan').at('submitted').build()
    expect(decide('approve', coAuthored, everything)).toMatchObject({ problem: { code: 'own-work' } })
  })

  it('W7 holds for every text, stage and set of roles', () => {
    fc.assert(
      fc.property(
        fc.subarray([...roles], { minLength: 1 }),
        fc.constantFrom(...stages),
        fc.boolean(),
        (held, stage, created) => {
          const article = created
            ? anArticle().by('lan').at(stage)
            : anArticle().by('hoa').alsoBy('lan').at(stage)
          expect(decide('approve', article.build(), actor('lan', ...held)).ok).toBe(false)
        },
      ),
      { seed: 7, numRuns: 500 },
    )
  })

  it('W9 restores to the stage before, but not into somebody’s claim', () => {
    const restored = (from: Stage) =>
      decide('restore', anArticle().by('lan').spikedFrom(from).build(), actor('lan', 'writer'))
    expect(restored('submitted')).toMatchObject({ value: { to: 'submitted' } })
    expect(restored('in-review')).toMatchObject({ value: { to: 'draft' } })
  })

  it('W11 leaves a claimed article to its claimant and says who that is', () => {
    const article = anArticle().by('lan').claimedBy('hoa').build()
    for (const action of ['approve', 'return', 'release'] as const) {
      expect(decide(action, article, actor('hoa', 'reviewer')).ok).toBe(true)
      expect(decide(action, article, actor('mai', 'reviewer'))).toMatchObject({
        problem: { code: 'claimed-by-other' },
      })
    }
  })

  it('refuses approval of what was never submitted', () => {
    const article = anArticle().by('lan').at('submitted').but({ revision: null }).build()
    expect(decide('approve', article, actor('hoa', 'reviewer'))).toMatchObject({
      problem: { code: 'no-revision' },
    })
  })

  it('lists exactly what decide allows', () => {
    const article = anArticle().by('lan').at('submitted').build()
    expect(allowedActions(article, actor('hoa', 'reviewer'))).toEqual([
      'comment',
      'claim',
      'return',
      'approve',
      'spike',
    ])
  })
})
