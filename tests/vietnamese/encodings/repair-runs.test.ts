import { describe, expect, it } from 'vitest'
import { encodeLegacy } from '#common/vietnamese/encodings/convert'
import { detectLegacy } from '#common/vietnamese/encodings/detect-legacy'
import { repairRuns } from '#common/vietnamese/encodings/repair-runs'
import { vietnameseSentences } from './vietnamese-sentences'

const tcvn3 = (text: string) => encodeLegacy(text, 'tcvn3')
const vni = (text: string) => encodeLegacy(text, 'vni')
const repaired = (text: string, font?: string) => repairRuns([[{ text, font }]]).blocks[0]?.[0]

/** Code page 1252 characters of legacy bytes as a Vietnamese Windows shows and composes them. */
function asCp1258(text: string): string {
  const shown: Readonly<Record<string, string>> = {
    Ã: 'Ă',
    Ì: '\u0300',
    Ð: 'Đ',
    Ò: '\u0309',
    Õ: 'Ơ',
    Ý: 'Ư',
    Þ: '\u0303',
    ã: 'ă',
    ì: '\u0301',
    ð: 'đ',
    ò: '\u0323',
    õ: 'ơ',
    ý: 'ư',
    þ: '₫',
  }
  return Array.from(text, letter => shown[letter] ?? letter)
    .join('')
    .normalize('NFC')
}

describe('whole sentences', () => {
  it('come back exactly from VNI, in every case', () => {
    for (const sentence of vietnameseSentences) {
      for (const text of [sentence, sentence.toLowerCase(), sentence.toUpperCase()])
        expect(repaired(vni(text))).toBe(text)
    }
  })

  it('come back exactly from TCVN3 in lower case', () => {
    for (const sentence of vietnameseSentences) {
      const text = sentence.toLowerCase()
      expect(repaired(tcvn3(text))).toBe(text)
    }
  })

  it('come back from TCVN3 capitals but for what its codes cannot tell', () => {
    let [words, wrong] = [0, 0]
    for (const sentence of vietnameseSentences) {
      for (const text of [sentence, sentence.toUpperCase()]) {
        const back = (repaired(tcvn3(text)) ?? '').split(' ')
        const right = text.split(' ')
        words += right.length
        wrong += right.filter((word, index) => word !== back[index]).length
      }
    }
    expect(wrong / words).toBeLessThan(0.01)
  })

  it('are all capitals in a font whose name ends in H', () => {
    expect(repaired(tcvn3('ý kiến về dự thảo của ủy ban'), '.VnTimeH')).toBe('Ý KIẾN VỀ DỰ THẢO CỦA ỦY BAN')
  })

  it.each([
    ['CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['Häp x·. ñng hé b·o lôt', 'Họp xã. Ủng hộ bão lụt'],
    ['QUY §ÞNH VÒ Kû LUËT, ý THøC Vµ Tæ CHøC', 'QUY ĐỊNH VỀ KỶ LUẬT, Ý THỨC VÀ TỔ CHỨC'],
  ])('%s says %s', (text, expected) => {
    expect(repaired(text)).toBe(expected)
  })
})

describe('damage on the way', () => {
  it.each([
    ['thñ tíng chÝnh phñ', 'thủ tướng chính phủ'],
    ['Ngêi d©n ®îc cÊp níc s¹ch', 'Người dân được cấp nước sạch'],
    ['H-ëng øng phong trµo', 'Hưởng ứng phong trào'],
  ])('soft hyphens that web pages drop: %s says %s', (text, expected) => {
    expect(repaired(text)).toBe(expected)
  })

  it('marks a put-in ư as a guess', () => {
    const [finding] = detectLegacy([[{ text: 'thñ tíng chÝnh phñ' }]])
    expect(finding?.changes.map(({ after, guessed }) => [after, guessed])).toEqual([
      ['thủ', false],
      ['tướng', true],
      ['chính', false],
      ['phủ', false],
    ])
  })

  it('bytes shown by code page 1258', () => {
    let exact = 0
    for (const sentence of vietnameseSentences) {
      for (const encode of [tcvn3, vni]) {
        const text = sentence.toLowerCase()
        if (repaired(asCp1258(encode(text))) === text) exact += 1
      }
    }
    expect(exact / (2 * vietnameseSentences.length)).toBeGreaterThanOrEqual(0.95)
  })
})

describe('mixed documents', () => {
  const unicode = 'Căn cứ Luật Tổ chức chính quyền địa phương'
  const old = 'ñy ban nh©n d©n x· quyÕt ®Þnh'

  it('change only the runs that are not Unicode, whatever their fonts say', () => {
    const blocks = [
      [{ text: unicode, font: '.VnTime' }],
      [{ text: old, font: 'Times New Roman' }],
      [
        { text: `${unicode}, `, font: 'Arial' },
        { text: old, font: '.VnTime' },
      ],
      [{ text: vni('hội đồng nhân dân xã'), font: 'VNI-Times' }],
      [{ text: '© 2026 Cà phê, 12 × 4 = 48 § 3' }],
    ]
    expect(repairRuns(blocks).blocks).toEqual([
      [unicode],
      ['ủy ban nhân dân xã quyết định'],
      [`${unicode}, `, 'ủy ban nhân dân xã quyết định'],
      ['hội đồng nhân dân xã'],
      ['© 2026 Cà phê, 12 × 4 = 48 § 3'],
    ])
  })

  it('within one run', () => {
    expect(repaired(`${unicode}: ${old}`)).toBe(`${unicode}: ủy ban nhân dân xã quyết định`)
  })

  it('keep the formatting of a word in two runs, losing no letter', () => {
    const { blocks } = repairRuns([[{ text: 'ñy ban nh' }, { text: '©n d©n x·' }]])
    expect(blocks[0]?.join('')).toBe('ủy ban nhân dân xã')
  })

  it('read a short cell like its neighbours, and leave a name from elsewhere', () => {
    const blocks = [[{ text: old }], [{ text: 'Sè tiÒn' }], [{ text: 'Tæng' }], [{ text: 'Renée' }]]
    expect(repairRuns(blocks).blocks.flat().slice(1)).toEqual(['Số tiền', 'Tổng', 'Renée'])
  })

  it('leave texts under twelve characters alone unless told otherwise', () => {
    expect(detectLegacy([[{ text: 'nh©n d©n' }]])).toEqual([])
    expect(detectLegacy([[{ text: 'nh©n d©n' }]], { charactersAtLeast: 0 })).toHaveLength(1)
  })

  it('repair five thousand words in time for a paste', () => {
    const blocks = Array.from({ length: 300 }, (_, index) => [
      { text: tcvn3(vietnameseSentences[index % vietnameseSentences.length] ?? '') },
    ])
    const startedAtMs = performance.now()
    repairRuns(blocks)
    expect(performance.now() - startedAtMs).toBeLessThan(2_000)
  })
})
