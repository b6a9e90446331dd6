import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeVietnamese, hasLooseMarks } from '#common/vietnamese/encodings/compose'
import { decodeLegacy, encodeLegacy } from '#common/vietnamese/encodings/convert'
import { fontHint } from '#common/vietnamese/encodings/font-hint'
import tables from '#common/vietnamese/encodings/legacy-tables.json'
import { vietnameseSentences } from './vietnamese-sentences'

const letters = [
  ...'aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ',
  ...'bcdghklmnpqrstvx ,.',
]
const text = fc.string({ unit: fc.constantFrom(...letters), maxLength: 40 })

describe('tables', () => {
  it('hold 74 codes of TCVN3, 130 of VNI and every letter of VIQR', () => {
    expect(Object.keys(tables.tcvn3)).toHaveLength(74)
    expect(Object.keys(tables.vni)).toHaveLength(130)
    expect(new Set(Object.values(tables.viqr)).size).toBe(134)
  })
})

describe('there and back', () => {
  it('is exact in TCVN3 for small letters, in VNI for all', () => {
    fc.assert(
      fc.property(text, letters => {
        expect(decodeLegacy(encodeLegacy(letters, 'tcvn3'), 'tcvn3')).toBe(letters)
        for (const cased of [letters, letters.toUpperCase()]) {
          expect(decodeLegacy(encodeLegacy(cased, 'vni'), 'vni')).toBe(cased)
        }
      }),
      { numRuns: 2_000, seed: 1 },
    )
  })

  it('is exact in VIQR for whole sentences without capitals, whose stops are no tones', () => {
    for (const sentence of vietnameseSentences.map(one => one.toLowerCase())) {
      expect(decodeLegacy(encodeLegacy(sentence, 'viqr'), 'viqr')).toBe(sentence)
    }
  })
})

describe('VIQR', () => {
  it.each([
    ["Cu+?a ha`ng ddo'ng cu+?a lu'c 5 gio+`.", 'Cửa hàng đóng cửa lúc 5 giờ.'],
    ['DDa.i ho^.i. Ho.p xa~', 'Đại hội. Họp xã'],
    ['O^ng la` ai? To^i la` Tu+.', 'Ông là ai? Tôi là Tư.'],
    ['Lo` Thi. Lan, ho. hie^?u', 'Lò Thị Lan, họ hiểu'],
    ['ha\\? no\\.', 'ha? no.'],
  ])('%s is %s', (viqr, expected) => {
    expect(decodeLegacy(viqr, 'viqr')).toBe(expected)
  })
})

it('a capital with a small modifier is VNI too', () => {
  expect(decodeLegacy('Aùnh saùng, Ñaïi hoäi', 'vni')).toBe('Ánh sáng, Đại hội')
})

describe('loose marks', () => {
  it('are composed in Vietnamese letters only, in any order and half composed', () => {
    expect(composeVietnamese('Hội nghị'.normalize('NFD'))).toBe('Hội nghị')
    expect(composeVietnamese('vi\u1eb9\u0302t vi\u00ea\u0323t')).toBe('việt việt')
    const foreign = 'Ångström, señor, naïve'.normalize('NFD')
    expect(composeVietnamese('Ångström, naïve'.normalize('NFD'))).toBe('Ångström, naïve'.normalize('NFD'))
    expect(hasLooseMarks(foreign.slice(0, 8))).toBe(false)
    expect(hasLooseMarks('Hội nghị')).toBe(false)
  })
})

it.each([
  ['.VnTime', 'tcvn3', false],
  ['".VnArialH"', 'tcvn3', true],
  ['VNI-Times', 'vni', false],
  ['Times New Roman', null, false],
  [undefined, null, false],
] as const)('the font %s hints at %s', (font, encoding, capitals) => {
  expect(fontHint(font)).toEqual({ encoding, capitals })
})
