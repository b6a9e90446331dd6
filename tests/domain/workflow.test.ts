import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { may, permissions, roles } from '#common/domain/account'
import { type Approval, type Stage, stages } from '#common/domain/article'
import { accountId, blobHash, revisionHash } from '#common/domain/ids'
import type { ReviewRoute } from '#common/domain/review-policy'
import { actions, allowedActions, decide } from '#common/domain/workflow'
import { actor, anArticle, idOf } from '#tests/support/articles'

/** The tables of docs/workflow.md: what is written there is what `decide` has to do. */
const written = readFileSync(join(import.meta.dirname, '../../docs/workflow.md'), 'utf8')

/** Rows of the table with this first heading, each as its first cell and the names in the others by heading. */
function tableOf(heading: string): ReadonlyMap<string, Readonly<Record<string, readonly string[]>>> {
  const lines = written.split('\n')
  const start = lines.findIndex(line => line.startsWith(`| ${heading} |`))
  const cells = (line: string) =>
    line
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim())
  const names = cells(lines[start] ?? '').slice(1)
  const rows = lines.slice(start + 2, lines.indexOf('', start)).map(cells)
  return new Map(
    rows.map(([first = '', ...rest]) => [
      first,
      Object.fromEntries(rest.map((cell, at) => [names[at] ?? '', cell === '' ? [] : cell.split(', ')])),
    ]),
  )
}

/** Editors, then reviewers, then `ngoc`. */
const route: ReviewRoute = {
  policy: 1,
  sameSigner: false,
  levels: [
    { name: 'Biên tập viên', signers: { kind: 'role', role: 'editor' } },
    { name: 'Người duyệt', signers: { kind: 'role', role: 'reviewer' } },
    { name: 'Chủ sở hữu nội dung', signers: { kind: 'people', accounts: [accountId.parse(idOf('ngoc'))] } },
  ],
}

function signedBy(count: number, name = 'mai'): Approval[] {
  return Array.from({ length: count }, () => ({
    by: accountId.parse(idOf(name)),
    at: '2026-11-22T03:00:00.000Z',
    revision: revisionHash.parse('a'.repeat(64)),
    html: blobHash.parse('b'.repeat(64)),
    seal: 'seal',
  }))
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

  it('W2 W4 lets every role act, at every stage, exactly as written', () => {
    const table = tableOf('action')
    expect([...table.keys()]).toEqual(actions)
    for (const action of actions) {
      for (const stage of stages) {
        const article = anArticle().by('lan').at(stage).build()
        const allowed = [
          ...(decide(action, article, actor('lan', 'writer')).ok ? ['author'] : []),
          ...roles.filter(role => decide(action, article, actor('hoa', role)).ok),
        ]
        expect(allowed, `${action} at ${stage}`).toEqual(table.get(action)?.[stage])
      }
    }
  })

  it('W18 W19 W20 lets the levels sign in their order, exactly as written', () => {
    const table = tableOf('level that signs')
    expect(table.size).toBe(route.levels.length)
    for (const [signed, [level, row]] of [...table].entries()) {
      for (const stage of ['submitted', 'in-review'] as const) {
        const article = anArticle()
          .by('lan')
          .at(stage)
          .but({ route, signed: signedBy(signed) })
          .build()
        const may = [
          ...roles.filter(role => decide('approve', article, actor('hoa', role)).ok),
          ...(decide('approve', article, actor('ngoc', 'editor')).ok ? ['named'] : []),
        ]
        expect(may, level).toEqual(row['may sign'])
        const signer = may.includes('named') ? actor('ngoc', 'editor') : actor('hoa', 'reviewer')
        expect(decide('approve', article, signer)).toMatchObject({ value: { to: row['leads to']?.[0] } })
      }
    }
  })

  it('W19 refuses a second level to the same person, unless the policy says so', () => {
    const both = actor('hoa', 'editor', 'reviewer')
    const half = anArticle()
      .by('lan')
      .at('submitted')
      .but({ route, signed: signedBy(1, 'hoa') })
    expect(decide('approve', half.build(), both)).toMatchObject({ problem: { code: 'signed-before' } })
    const lenient = half.but({ route: { ...route, sameSigner: true } }).build()
    expect(decide('approve', lenient, both)).toMatchObject({ value: { to: 'submitted' } })
  })

  it('W7 W19 refuses every level to an author, also where one person may sign several', () => {
    const everything = actor('lan', ...roles)
    for (const signed of [0, 1, 2])
      for (const sameSigner of [true, false]) {
        const article = anArticle().by('lan').at('submitted')
        const found = article.but({ route: { ...route, sameSigner }, signed: signedBy(signed) }).build()
        expect(decide('approve', found, everything)).toMatchObject({ problem: { code: 'own-work' } })
      }
  })

  it('W18 needs the role as well as the name', () => {
    const last = anArticle()
      .by('lan')
      .at('submitted')
      .but({ route, signed: signedBy(2) })
      .build()
    expect(decide('approve', last, actor('ngoc', 'writer'))).toMatchObject({
      problem: { code: 'not-permitted' },
    })
    expect(decide('approve', last, actor('hoa', 'reviewer'))).toMatchObject({
      problem: { code: 'other-level', params: { level: 'Chủ sở hữu nội dung' } },
    })
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
      'publish-urgently',
      'spike',
    ])
  })
})
