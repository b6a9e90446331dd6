import { format } from 'numfmt'
import type { InlineMark, Run } from '../blocks/blocks'
import { allBelow, childOf, childrenOf, readXml, textOf, type XmlElement } from '../package/read-xml'
import type { ZipPackage } from '../package/read-zip'
import type { CellStyle } from './sheet-styles'

export interface Workbook {
  readonly strings: readonly (readonly Run[])[]
  readonly styleOf: (index: string | undefined) => CellStyle
  /** Dates count from 1904 in workbooks from old Macs. */
  readonly from1904: boolean
}

export function readStrings(zip: ZipPackage, part: string | null): (readonly Run[])[] {
  return part === null || !zip.has(part) ? [] : childrenOf(readXml(zip, part), 'x:si').map(richText)
}

/** What a cell shows, in the look it shows it. */
export function readCell(workbook: Workbook, cell: XmlElement): readonly Run[] {
  const style = workbook.styleOf(cell.attributes.s)
  const value = childOf(cell, 'x:v')
  const text = value === undefined ? '' : textOf(value)
  switch (cell.attributes.t) {
    case 's':
      return dressed(workbook.strings[Number(text)] ?? [], style)
    case 'inlineStr': {
      const inline = childOf(cell, 'x:is')
      return inline === undefined ? [] : dressed(richText(inline), style)
    }
    case 'b':
      return dressed([{ text: text === '1' ? 'TRUE' : 'FALSE', marks: [] }], style)
    case 'str':
    case 'e':
      return dressed([{ text, marks: [] }], style)
    case 'd':
      return dressed([{ text: text.slice(0, 10).split('-').reverse().join('/'), marks: [] }], style)
    default:
      return text === ''
        ? []
        : dressed([{ text: numberText(Number(text), style.pattern, workbook), marks: [] }], style)
  }
}

function numberText(value: number, pattern: string, { from1904 }: Workbook): string {
  if (!Number.isFinite(value)) return ''
  try {
    const shown = from1904 && /[dmyh]/i.test(pattern) ? value + 1_462 : value
    return format(pattern, shown, { locale: 'vi' }).trim()
  } catch {
    // A pattern that only its maker understands: the bare number is right in any case.
    return String(value).replace('.', ',')
  }
}

function richText(item: XmlElement): readonly Run[] {
  const runs = childrenOf(item, 'x:r')
  if (runs.length === 0) return [{ text: allBelow(item, 'x:t').map(textOf).join(''), marks: [] }]
  return runs.map(run => {
    const look = childOf(run, 'x:rPr')
    const marks: InlineMark[] = [
      ...(childOf(look, 'x:b') === undefined ? [] : (['bold'] as const)),
      ...(childOf(look, 'x:i') === undefined ? [] : (['italic'] as const)),
    ]
    return {
      text: childrenOf(run, 'x:t').map(textOf).join(''),
      font: childOf(look, 'x:rFont')?.attributes.val,
      marks,
    }
  })
}

function dressed(runs: readonly Run[], { font, bold, italic }: CellStyle): readonly Run[] {
  return runs.map(run => ({
    text: run.text.replaceAll('\r', ''),
    font: run.font ?? font,
    marks: [
      ...new Set<InlineMark>([
        ...run.marks,
        ...(bold ? (['bold'] as const) : []),
        ...(italic ? (['italic'] as const) : []),
      ]),
    ],
  }))
}
