import { describe, expect, it } from 'vitest'
import { accountId, articleId } from '#common/domain/ids'
import { shorten } from '#renderer/comparison/shorten.ts'
import { besideInQueue, nextInQueue, startOfQueue } from '#renderer/features/review/queue/queue-order.ts'

const me = accountId.parse('a'.repeat(26))
const other = accountId.parse('b'.repeat(26))
const at = '2026-11-22T00:00:00.000Z'

const first = { id: articleId.parse('c'.repeat(26)), own: true, claim: null }
const second = { id: articleId.parse('d'.repeat(26)), own: false, claim: { by: other, at } }
const third = { id: articleId.parse('e'.repeat(26)), own: false, claim: { by: me, at } }
const fourth = { id: articleId.parse('f'.repeat(26)), own: false, claim: null }
const rows = [first, second, third, fourth]

describe('the queue', () => {
  it('begins at the oldest text that is neither mine nor held by somebody else', () => {
    expect(startOfQueue(rows, me)).toBe(third.id)
    expect(startOfQueue([first, second], me)).toBe(first.id)
    expect(startOfQueue([], me)).toBeNull()
  })

  it('goes on to the next one to decide about, round the end, and stops when none is left', () => {
    expect(nextInQueue(rows, third.id, me)).toBe(fourth.id)
    expect(nextInQueue(rows, fourth.id, me)).toBe(third.id)
    expect(nextInQueue([first, second, third], third.id, me)).toBeNull()
  })

  it('goes on when the decided text has already left the queue', () => {
    expect(nextInQueue([first, second, fourth], third.id, me)).toBe(fourth.id)
  })

  it('moves one by one and stays at its ends', () => {
    expect(besideInQueue(rows, second.id, 1)).toBe(third.id)
    expect(besideInQueue(rows, second.id, -1)).toBe(first.id)
    expect(besideInQueue(rows, fourth.id, 1)).toBeNull()
    expect(besideInQueue(rows, first.id, -1)).toBeNull()
  })
})

describe('what did not change', () => {
  it('is shown whole when short', () => {
    expect(shorten('Một câu ngắn.')).toBe('Một câu ngắn.')
  })

  it('keeps whole words at both ends when long', () => {
    const short = shorten('chữ '.repeat(500))
    expect(short.length).toBeLessThan(400)
    expect(
      short
        .replace('[…]', '')
        .trim()
        .split(/\s+/)
        .every(word => word === 'chữ'),
    ).toBe(true)
  })
})
