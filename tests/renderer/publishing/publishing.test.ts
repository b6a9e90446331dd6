import { describe, expect, it } from 'vitest'
import { articleId, jobId, portalId } from '#common/domain/ids'
import { faultsOf } from '#renderer/features/publishing/faults.ts'
import { waitingText } from '#renderer/features/publishing/JobProgress.tsx'
import { newestOf } from '#renderer/features/publishing/newest-of.ts'
import { createCatalogues } from '#renderer/text/catalogues.ts'
import { formatBytes } from '#renderer/ui/bytes.ts'

const t = createCatalogues('vi').getFixedT<readonly ['text', 'problems']>('vi', ['text', 'problems'])

describe('faults of a read-back', () => {
  it('are counted by kind, and what is right is none', () => {
    const part = (kind: 'text' | 'picture', verdict: 'right' | 'different' | 'missing') =>
      ({ part: kind, label: 'x', verdict }) as const
    expect(faultsOf([part('text', 'right'), part('picture', 'right')])).toEqual([])
    expect(
      faultsOf([part('picture', 'missing'), part('picture', 'missing'), part('text', 'different')]),
    ).toEqual([
      { part: 'picture', verdict: 'missing', count: 2 },
      { part: 'text', verdict: 'different', count: 1 },
    ])
    expect(t('faults.picture.missing', { count: 1 })).toBe('Thiếu 1 ảnh')
  })
})

describe('why a message waits', () => {
  const job = { scheduledFor: null, notBefore: null, problem: null }
  it('is its hour, then the line, then the next try, then its turn', () => {
    const scheduled = { ...job, scheduledFor: '2026-11-23T00:00:00.000Z' }
    expect(waitingText(t, scheduled, { kind: 'offline', waiting: 1 })).toBe('Hẹn 23/11/2026 07:00')
    expect(waitingText(t, job, { kind: 'offline', waiting: 1 })).toBe('Chờ mạng')
    const later = { ...job, notBefore: '2026-11-23T00:00:00.000Z' }
    expect(waitingText(t, later, { kind: 'online' })).toBe('Thử lại lúc 07:00')
    expect(waitingText(t, job, { kind: 'online' })).toBe('Chờ tới lượt')
  })
})

describe('newestOf', () => {
  const portal = portalId.parse('p'.repeat(26))
  const message = (id: string, article: string, sequence: number) => ({
    id: jobId.parse(id.repeat(26)),
    portal,
    article: articleId.parse(article.repeat(26)),
    sequence,
  })
  it('keeps the highest number of each article, in whatever order they come', () => {
    const newest = newestOf([message('b', 'x', 2), message('a', 'x', 1), message('c', 'y', 1)])
    expect([...newest].sort()).toEqual(['b'.repeat(26), 'c'.repeat(26)])
  })
})

describe('formatBytes', () => {
  it('writes sizes as people read them', () => {
    expect(formatBytes(0, 'vi')).toBe('0 B')
    expect(formatBytes(37_400, 'vi')).toBe('37 KB')
    expect(formatBytes(1_240_000, 'vi')).toBe('1,2 MB')
    expect(formatBytes(12_000_000, 'en')).toBe('12 MB')
  })
})
