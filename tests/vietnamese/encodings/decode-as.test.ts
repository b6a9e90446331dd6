import { describe, expect, it } from 'vitest'
import { decodeAs } from '#common/vietnamese/encodings/decode-as'
import type { LegacyEncoding } from '#common/vietnamese/encodings/legacy-encoding'
import { repairFileName } from '#common/vietnamese/encodings/repair-file-name'
import { repairRuns } from '#common/vietnamese/encodings/repair-runs'

const decode = (text: string, encoding: LegacyEncoding) => {
  const blocks = [[{ text }]]
  return repairRuns(blocks, decodeAs(blocks, encoding)).blocks[0]?.[0]
}

describe('an encoding that somebody chose', () => {
  it.each([
    ['viqr', 'UBND xa~ Su`ng La` mo+`i ho.p. Ddu+`ng vo^.i!', 'UBND xã Sùng Là mời họp. Đừng vội!'],
    ['tcvn3', 'sè', 'số'],
    ['tcvn3', 'Số cũ: sè 5', 'Số cũ: số 5'],
    ['vni', 'soá', 'số'],
  ] as const)('%s: %s says %s', (encoding, text, expected) => {
    expect(decode(text, encoding)).toBe(expected)
  })

  it('marks a last sign that was taken for a tone as a guess', () => {
    const [finding] = decodeAs([[{ text: 'Thi. Lan o+?' }]], 'viqr')
    expect(finding?.changes.map(change => change.guessed)).toEqual([true, false])
  })

  it('finds nothing where nothing would change', () => {
    expect(decodeAs([[{ text: 'Hội nghị' }], [{ text: '' }]], 'tcvn3')).toEqual([])
    expect(decodeAs([[{ text: 'plain words' }]], 'viqr')).toEqual([])
  })
})

describe('file names', () => {
  it.each([
    ['C«ng v¨n sè 12.doc', 'Công văn số 12.doc'],
    ['Baùo_caùo_thaùng_10.xls', 'Báo_cáo_tháng_10.xls'],
    ['Báo cáo quý.docx'.normalize('NFD'), 'Báo cáo quý.docx'],
    ['Báo cáo quý.docx', 'Báo cáo quý.docx'],
    ['Résumé – été.pdf', 'Résumé – été.pdf'],
    ['IMG_2026 (1).jpg', 'IMG_2026 (1).jpg'],
  ])('%s becomes %s', (name, expected) => {
    expect(repairFileName(name)).toBe(expected)
  })
})
