import { describe, expect, it } from 'vitest'
import { blobHash } from '#common/domain/ids'
import type { Portal } from '#common/domain/portal'
import { portalFindings, refusedBy } from '#main/articles/portal-limits'
import type { Core } from '#main/core/capability'
import { article, p, parse } from '#tests/support/documents'

const hash = blobHash.parse('a'.repeat(64))
const file = {
  type: 'attachment',
  attrs: { file: hash, fileName: 'a.pdf', mediaType: 'application/pdf', sizeBytes: 3_000_000 },
}
const document = parse(article({ headline: 'Đầu đề' }, p('x'), file))

/** Of the store only what is asked. */
function coreWith(...limits: readonly (number | undefined)[]): Core {
  const portals = limits.map((blobBytes, index) => [
    String(index),
    {
      name: `Cổng ${index}`,
      ...(blobBytes === undefined ? {} : { limits: { blobBytes, articleBytes: 1 } }),
    } as Portal,
  ])
  const media = { id: hash, fileName: 'a.pdf', mediaType: 'application/pdf', sizeBytes: 3_000_000 }
  const store = {
    all: () => new Map(portals as [string, Portal][]),
    get: (_collection: string, id: string) => (id === hash ? media : undefined),
  }
  return { store } as unknown as Core
}

describe('a file larger than a portal takes', () => {
  it.each<[string, (number | undefined)[], string[]]>([
    ['is no matter where no portal says how much it takes', [undefined], []],
    ['is no matter where all take it', [3_000_000, 64_000_000], []],
    ['is told where one of two would refuse it', [2_000_000, 64_000_000], ['should']],
    ['is told where one says nothing', [2_000_000, undefined], ['should']],
    ['blocks where none would take it', [2_000_000, 1_000_000], ['must']],
    ['blocks where the only one would refuse it', [2_000_000], ['must']],
    ['is no matter before anything is connected', [], []],
  ])('%s', (_name, limits, levels) => {
    const found = portalFindings(coreWith(...limits), document)
    expect(found.map(({ level }) => level)).toEqual(levels)
    for (const { code, params, place } of found) {
      expect(code).toBe('portal-file-limit')
      expect(params).toMatchObject({
        portal: 'Cổng 0',
        name: 'a.pdf',
        sizeBytes: 3_000_000,
        limitBytes: 2_000_000,
      })
      expect(place.kind === 'position' ? document.nodeAt(place.position)?.type.name : null).toBe('attachment')
    }
  })
})

describe('a file of a sort a portal does not take', () => {
  const portal = (mediaTypes?: string[]) =>
    ({
      name: 'Cổng',
      limits: { blobBytes: 9, articleBytes: 9, ...(mediaTypes === undefined ? {} : { mediaTypes }) },
    }) as Portal
  const pdf = { label: 'a.pdf', mediaType: 'application/pdf', sizeBytes: 9 }

  it('is named with what to use instead, before anything leaves', () => {
    expect(refusedBy(portal(['image/webp', 'application/zip']), [pdf])).toEqual({
      code: 'portal-file-type',
      params: { portal: 'Cổng', name: 'a.pdf', type: 'PDF', types: 'WebP, ZIP' },
    })
  })

  it('passes where the portal takes it, or says nothing of sorts', () => {
    expect(refusedBy(portal(['application/pdf']), [pdf])).toBeNull()
    expect(refusedBy(portal(), [pdf])).toBeNull()
  })
})
