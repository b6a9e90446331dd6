import { describe, expect, it } from 'vitest'
import { chipOf } from '#common/domain/chip'
import { decisions, isUnfinished, jobMoves, jobStates, mayMove } from '#common/domain/job'
import { mayDecide, publicationStates } from '#common/domain/publication'
import { formatDate, formatInstant } from '#common/domain/vietnam-time'
import { anArticle } from '#tests/support/articles'

describe('a job', () => {
  it('leaves unknown only by way of what the portal holds, never back into sending', () => {
    expect(mayMove('unknown', 'sending')).toBe(false)
    expect(jobMoves.unknown).toEqual(['waiting', 'done', 'refused', 'superseded'])
  })

  it('is finished when nothing can follow', () => {
    expect(jobStates.filter(state => !isUnfinished(state))).toEqual(['done', 'superseded', 'cancelled'])
  })

  it('never leaves a finished state', () => {
    for (const to of jobStates) expect(mayMove('done', to)).toBe(false)
  })
})

describe('W10 a publication', () => {
  const allowed = Object.fromEntries(
    publicationStates.map(state => [state, decisions.filter(decision => mayDecide(decision, state))]),
  )
  it('allows exactly these decisions in each state', () => {
    expect(allowed).toEqual({
      none: ['publish'],
      scheduled: ['publish', 'take-down'],
      live: ['publish', 'correct', 'confirm', 'take-down', 'expire'],
      corrected: ['publish', 'correct', 'take-down', 'expire'],
      'taken-down': ['publish'],
      expired: ['publish', 'take-down'],
    })
  })
})

describe('the chip', () => {
  it('shows the newsroom’s stage until something is published', () => {
    expect(chipOf(anArticle().at('submitted').build(), [], [])).toBe('submitted')
    expect(chipOf(anArticle().at('approved').build(), [], [])).toBe('approved')
  })
})

describe('Vietnamese time', () => {
  it('is seven hours ahead of UTC, across midnight', () => {
    expect(formatInstant('2026-11-22T18:05:09.000Z')).toBe('23/11/2026 01:05')
    expect(formatDate('2026-11-22')).toBe('22/11/2026')
    expect(formatDate('2026-11-22T18:05:09.000Z')).toBe('23/11/2026')
  })
})
