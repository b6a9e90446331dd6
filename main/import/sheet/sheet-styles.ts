import { childOf, childrenOf, readXml } from '../package/read-xml'
import type { ZipPackage } from '../package/read-zip'

export interface CellStyle {
  readonly pattern: string
  readonly font: string | undefined
  readonly bold: boolean
  readonly italic: boolean
}

/** Formats every program knows by number alone (ECMA-376, 18.8.30), dates in Vietnam's order. */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd/mm/yyyy h:mm',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
  48: '##0.0E+0',
  49: '@',
}
const plain: CellStyle = { pattern: 'General', font: undefined, bold: false, italic: false }

/** The style of a cell by the number it names. */
export function readSheetStyles(
  zip: ZipPackage,
  part: string | null,
): (index: string | undefined) => CellStyle {
  if (part === null || !zip.has(part)) return () => plain
  const root = readXml(zip, part)
  const patterns = new Map(
    childrenOf(childOf(root, 'x:numFmts'), 'x:numFmt').map(({ attributes }) => [
      Number(attributes.numFmtId),
      attributes.formatCode ?? 'General',
    ]),
  )
  const fonts = childrenOf(childOf(root, 'x:fonts'), 'x:font').map(font => ({
    font: childOf(font, 'x:name')?.attributes.val,
    bold: isOn(childOf(font, 'x:b')?.attributes, childOf(font, 'x:b') !== undefined),
    italic: isOn(childOf(font, 'x:i')?.attributes, childOf(font, 'x:i') !== undefined),
  }))
  const styles = childrenOf(childOf(root, 'x:cellXfs'), 'x:xf').map(({ attributes }): CellStyle => {
    const format = Number(attributes.numFmtId ?? 0)
    const font = fonts[Number(attributes.fontId ?? 0)]
    return { ...plain, ...font, pattern: patterns.get(format) ?? builtIn[format] ?? 'General' }
  })
  return index => styles[Number(index ?? 0)] ?? plain
}

function isOn(attributes: Readonly<Record<string, string>> | undefined, there: boolean): boolean {
  return there && !['0', 'false'].includes(attributes?.val ?? '1')
}
