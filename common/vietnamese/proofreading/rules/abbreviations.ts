import { type BlockText, isWithin } from '../block-text'
import { officeAbbreviations } from '../data/office-abbreviations'
import { differences } from '../differences'
import type { Mark } from '../finding'
import { matches } from '../matches'
import type { NamesTable } from '../names-table'
import { isShouting } from './capitals'

/** Short forms over the whole article: explained at first use, written alike, initials that agree. */
export function abbreviations(blocks: readonly BlockText[], names: NamesTable): readonly (readonly Mark[])[] {
  const known = new Map([...officeAbbreviations, ...names.abbreviations].map(one => [one.short, one]))
  const shorts = new Set(known.keys())
  const all = blocks.map(block => block.text).join('\n')
  const explained = new Set<string>()
  const introduced = new Set(matches(all, /\(([\p{Lu}Đ]{2,8})\)/gu).map(match => match[1] ?? ''))
  return blocks.map(block => {
    if (isShouting(block.text)) return []
    const marks: Mark[] = [
      ...initials(block),
      ...malformed(block, shorts, introduced),
      ...chatty(block),
      ...unnumbered(block),
    ]
    for (const match of matches(block.text, /(?<![\p{L}\d/-])[\p{Lu}Đ]{2,8}(?![\p{L}\d/-])/gu)) {
      const short = match[0]
      const entry = known.get(short)
      if (entry === undefined) {
        const isNew = looksLikeOurs(short) && !explained.has(short) && !introduced.has(short)
        if (
          isNew &&
          !isBesideCapitals(block.text, match.index, short) &&
          !isWithin(block.opaque, match.index) &&
          block.kind !== 'headline' &&
          block.kind !== 'table-cell' &&
          !all.includes(`${short} (`) &&
          !all.includes(`${short} =`)
        ) {
          explained.add(short)
          const to = match.index + short.length
          marks.push({ rule: 'abbreviation-unknown', from: match.index, to, params: { found: short } })
        }
        continue
      }
      if (entry.familiar || explained.has(short) || introduced.has(short)) continue
      if (block.kind === 'headline' || block.kind === 'table-cell' || isWithin(block.opaque, match.index))
        continue
      explained.add(short)
      if (all.includes(`${short} (`) || isWithin(block.quoted, match.index)) continue
      marks.push({
        rule: 'abbreviation-unexplained',
        from: match.index,
        to: match.index + short.length,
        params: { found: short, full: entry.full },
        fixes: [`${entry.full} (${short})`],
      })
    }
    return marks
  })
}

/** Signs, broadcasters, plants and bodies that every reader knows by their letters. */
const wellKnown: ReadonlySet<string> = new Set(
  'CLB TNCS HCM TPHCM VNĐ VND VTV VTC HTV VNPT TKV NPK SMS GPS DVD LCD CSV RSS PNG SVG SQL HTML HTTP HTTPS HDD PCR DNA VCK KCN KCB TNTP XHCN CHXHCN VKS CSGT LLVT SGK NXB ĐBSCL ĐBQH QLNN PGS THCN THCS CPTPP TCVN QCVN BTS KTV VNA VNR QLTT THPT MTQG KCS KTS BSCK NSND NSNN NSƯT TTXVN ĐHQG QLDA TDP KDC QSDĐ NHNN NHTM DTTS LĐLĐ LHQ BGTVT KHCN PTTH'.split(
    ' ',
  ),
)

/** Boards, forces, committees, associations: what begins so is ours, vowels or not. */
const ourBeginnings = /^(?:BQL|BCH|BCĐ|BTV|BTC|LL[CĐ]|ĐU|HCCB|HLHPN|HND)[\p{Lu}Đ]{1,5}$/u

/** Three capitals or more of which none is a vowel: initials of Vietnamese words, that foreign short forms seldom are. */
function looksLikeOurs(short: string): boolean {
  const isOurs = /^[BCDĐGHKLMNPQRSTVX]{3,8}$/u.test(short) || ourBeginnings.test(short)
  return isOurs && !/^[IVXLCDM]+$/.test(short) && !wellKnown.has(short)
}

/** In a row of words in capitals a short form is not told from the others. */
function isBesideCapitals(text: string, at: number, short: string): boolean {
  return (
    /\p{Lu}{2,}[\s,–-]+$/u.test(text.slice(0, at)) ||
    /^[\s,–-]+\p{Lu}{2,}(?!\p{Ll})/u.test(text.slice(at + short.length))
  )
}

const signForms: Readonly<Record<string, string>> = {
  QĐ: 'Quyết định',
  NQ: 'Nghị quyết',
  NĐ: 'Nghị định',
  CV: 'Công văn',
  TB: 'Thông báo',
}

/** "theo QĐ số 18/2026": the kind of a document is written out before its number. */
function unnumbered({ text }: BlockText): Mark[] {
  return matches(text, /(?<![\p{L}\d/-])(?:QĐ|NQ|NĐ|CV|TB)(?= số \d)/gu).map(match => {
    const full = signForms[match[0]] ?? match[0]
    const to = match.index + match[0].length
    const params = { found: match[0], full }
    return { rule: 'abbreviation-unexplained', from: match.index, to, params, fixes: [full] }
  })
}

/** công nghệ thông tin (CNNT): the letters are those of the words before, but not in their order or number. */
function initials({ text }: BlockText): Mark[] {
  if (!/\([\p{Lu}]{3}/u.test(text)) return []
  return matches(text, /((?:[\p{L}–-]+,? ){2,9})\(([\p{Lu}Đ]{3,8})\)/gu).flatMap((match): Mark[] => {
    const short = match[2] ?? ''
    const words = (match[1] ?? '')
      .split(/[ ,–-]+/)
      .filter(word => word !== '' && !/^(?:và|các|của)$/.test(word))
    const letters = words.map(word =>
      word
        .charAt(0)
        .toUpperCase()
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, ''),
    )
    const plain = [...short].map(letter => letter.normalize('NFD').replace(/[\u0300-\u036f]/g, ''))
    const tails = letters.map((_, at) => letters.slice(at))
    if (tails.some(tail => tail.join('') === plain.join(''))) return []
    // One letter swapped, missing, doubled or wrong against as many words as it might stand for.
    const near = tails.find(
      tail =>
        tail.length >= 3 &&
        tail[0] === plain[0] &&
        Math.abs(tail.length - plain.length) <= 1 &&
        differences(tail, plain) === 1,
    )
    if (near === undefined || isSubsequence(plain, letters)) return []
    const right = words
      .slice(-near.length)
      .map(word =>
        word
          .charAt(0)
          .toUpperCase()
          .normalize('NFD')
          .replace(/[\u0300-\u036f]/g, ''),
      )
      .join('')
    const from = match.index + (match[1] ?? '').length + 1
    return [
      {
        rule: 'abbreviation-initials',
        from,
        to: from + short.length,
        params: { found: short, right },
        fixes: [right],
      },
    ]
  })
}

function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0
  for (const letter of whole) if (letter === part[at]) at += 1
  return at === part.length
}

const fixedForms = ['UBND', 'HĐND', 'MTTQ', 'BHYT', 'BHXH', 'CCCD', 'UBMTTQ', 'OCOP', 'PCCC', 'VNeID']

/** ubnd, Ubnd, UNBD, HDND: slips of the short forms every office uses. */
function malformed(
  { text, opaque }: BlockText,
  known: ReadonlySet<string>,
  introduced: ReadonlySet<string>,
): Mark[] {
  return matches(text, /(?<![\p{L}\d/.@-])[\p{L}]{4,6}(?![\p{L}\d/@-])/gu).flatMap((match): Mark[] => {
    const written = match[0]
    if (known.has(written) || introduced.has(written) || isWithin(opaque, match.index)) return []
    const upper = written.toUpperCase()
    const same = fixedForms.find(form => form === upper)
    const slip = written === upper ? fixedForms.find(form => isSlip(form, written)) : undefined
    const right = same ?? slip
    return right === undefined || right === written
      ? []
      : [
          {
            rule: 'abbreviation-form',
            from: match.index,
            to: match.index + written.length,
            params: { found: written, right },
            fixes: [right],
          },
        ]
  })
}

const chatForms: Readonly<Record<string, string>> = {
  ko: 'không',
  k: 'không',
  kô: 'không',
  đc: 'được',
  dc: 'được',
  ntn: 'như thế nào',
  cx: 'cũng',
  mng: 'mọi người',
}

/** ko, đc: as in messages on the telephone. */
function chatty({ text, opaque }: BlockText): Mark[] {
  return matches(
    text,
    /(?<![\p{L}\d/.@-])(?:ko|kô|(?<!(?:vitamin|hệ số|tham số|khối|nhóm|lớp) )k(?= \p{Ll}{2})|đc|dc|ntn|cx|mng)(?![\p{L}\d/@-]|\.\p{L})/gu,
  ).flatMap((match): Mark[] => {
    const right = chatForms[match[0]]
    if (right === undefined || isWithin(opaque, match.index)) return []
    const to = match.index + match[0].length
    return [
      {
        rule: 'abbreviation-form',
        from: match.index,
        to,
        params: { found: match[0], right },
        fixes: [right],
      },
    ]
  })
}

/** The same letters with two swapped, or D for Đ; other short forms may lie one letter away. */
function isSlip(form: string, written: string): boolean {
  // BHYTT: the last key held too long.
  if (written === form + form.slice(-1)) return true
  if (form.length !== written.length) return false
  if (form.replaceAll('Đ', 'D') === written.replaceAll('Đ', 'D')) return true
  const swapped = [...form].sort().join('') === [...written].sort().join('')
  return swapped && differences([...form], [...written]) === 1
}
