import { type Block, Losses, noFacts, type ReadFile } from '../blocks/blocks'
import { ImportFault } from '../import-fault'
import { childOf, childrenOf, readXml } from '../package/read-xml'
import { readZip } from '../package/read-zip'
import { partOfType, readRelations } from '../package/relations'
import { readStrings, type Workbook } from './read-cells'
import { readSheetStyles } from './sheet-styles'
import { sheetBlocks } from './sheet-table'

/** Reads an .xlsx: every sheet that shows something as a table, with what its cells show and not what they compute. */
export function readSheets(file: Uint8Array): ReadFile {
  const zip = readZip(file)
  const main = partOfType(readRelations(zip, ''), 'officeDocument') ?? 'xl/workbook.xml'
  if (!zip.has(main)) throw new ImportFault('unreadable')
  const root = readXml(zip, main)
  const relations = readRelations(zip, main)
  const losses = new Losses()
  const workbook: Workbook = {
    strings: readStrings(zip, partOfType(relations, 'sharedStrings')),
    styleOf: readSheetStyles(zip, partOfType(relations, 'styles')),
    from1904: ['1', 'true'].includes(childOf(root, 'x:workbookPr')?.attributes.date1904 ?? ''),
  }
  const sheets = childrenOf(childOf(root, 'x:sheets'), 'x:sheet').flatMap(({ attributes }) => {
    if ((attributes.state ?? 'visible') !== 'visible') {
      losses.add('sheets')
      return []
    }
    const part = relations.get(attributes['r:id'] ?? '')?.target
    if (part === undefined || !zip.has(part)) return []
    const blocks = sheetBlocks(workbook, readXml(zip, part), losses)
    return blocks.length === 0 ? [] : [{ name: attributes.name ?? '', blocks }]
  })
  const blocks = sheets.flatMap(({ name, blocks }): Block[] =>
    sheets.length === 1
      ? blocks
      : [{ kind: 'heading', level: 2, runs: [{ text: name, marks: [] }] }, ...blocks],
  )
  return { blocks, pictures: [], losses, facts: noFacts }
}
