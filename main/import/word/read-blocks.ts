import { type Block, type Cell, type Look, plainText, type Run, trimRuns } from '../blocks/blocks'
import { type ListItem, nestLists } from '../blocks/nest-lists'
import { childOf, childrenOf, type XmlElement } from '../package/read-xml'
import { type Inline, readInline } from './read-inline'
import { isCentred, outlineLevel, readNumbering, type Style } from './styles'
import type { WordScope } from './word-scope'

type Part = Block | ListItem

/** The blocks of a body, a cell, a text box or a note. */
export function readBlocks(scope: WordScope, parent: XmlElement): Block[] {
  return joinCaptions(nestLists(readParts(scope, parent)))
}

function readParts(scope: WordScope, parent: XmlElement): Part[] {
  return childrenOf(parent).flatMap((child): Part[] => {
    switch (child.name) {
      case 'w:p':
        return readParagraph(scope, child)
      case 'w:tbl':
        return [readTable(scope, child)]
      case 'w:sdt':
        if (isContents(child)) {
          scope.losses.add('contents-table')
          return []
        }
        return readParts(scope, childOf(child, 'w:sdtContent') ?? child)
      case 'w:ins':
      case 'w:moveTo':
      case 'w:customXml':
      case 'w:smartTag':
        return readParts(scope, child)
      case 'w:del':
      case 'w:moveFrom':
        scope.losses.add('deleted-text')
        return []
      case 'w:altChunk':
        scope.losses.add('objects')
        return []
      default:
        return []
    }
  })
}

function isContents(element: XmlElement): boolean {
  const part = childOf(childOf(element, 'w:sdtPr'), 'w:docPartObj')
  return childOf(part, 'w:docPartGallery')?.attributes['w:val'] === 'Table of Contents'
}

function readParagraph(scope: WordScope, element: XmlElement): Part[] {
  const properties = childOf(element, 'w:pPr')
  const style = scope.styles.of(childOf(properties, 'w:pStyle')?.attributes['w:val'])
  const level = outlineLevel(properties) ?? style.headingLevel
  const numbering = readNumbering(properties) ?? style.numbering
  const label = numbering === null ? null : scope.numbering.next(numbering.id, numbering.level)
  const inline = readInline(scope, element, { look: style.run })
  const written = label?.kind === 'text' ? label.text : label?.kind === 'number' ? `${label.value}.` : null
  const inList = label !== null && label.kind !== 'text' && level === null
  const look = lookOf(style, isCentred(properties) ?? style.centred)
  const blocks = splitParagraph(scope, inline, runs => {
    const text = inList || written === null || runs.length === 0 ? runs : [numberRun(written, runs), ...runs]
    return level === null
      ? { kind: 'paragraph', runs: text, look }
      : { kind: 'heading', level: Math.min(level, 6) as 1, runs: text }
  })
  if (!inList || numbering === null || plainText(runsOf(inline)).trim() === '') return blocks
  const number = label.kind === 'number' ? label.value : 1
  return [{ kind: 'item', level: numbering.level, ordered: label.kind === 'number', number, blocks }]
}

function numberRun(text: string, [first]: readonly Run[]): Run {
  return { text: `${text} `, marks: first?.marks ?? [], font: undefined }
}

/** Pictures and text boxes stand between the words before them and those after. */
function splitParagraph(
  scope: WordScope,
  inline: readonly Inline[],
  make: (runs: readonly Run[]) => Block,
): Block[] {
  const blocks: Block[] = []
  let runs: Run[] = []
  const flush = () => {
    if (plainText(runs).trim() !== '') blocks.push(make(trimRuns(runs)))
    runs = []
  }
  for (const part of inline) {
    if ('text' in part) runs.push(part)
    else {
      flush()
      if ('block' in part) blocks.push(part.block)
      else blocks.push(...readBlocks(scope, part.box))
    }
  }
  flush()
  return blocks.length === 0 ? [make([])] : blocks
}

function runsOf(inline: readonly Inline[]): Run[] {
  return inline.filter((part): part is Run => 'text' in part)
}

function lookOf({ name }: Style, centred: boolean): Look {
  if (/^title$/i.test(name)) return 'title'
  if (/^subtitle$/i.test(name)) return 'subtitle'
  if (/^caption$/i.test(name)) return 'caption'
  return centred ? 'centred' : 'plain'
}

/** A paragraph in the style of captions belongs to the picture before it. */
function joinCaptions(blocks: readonly Block[]): Block[] {
  const joined: Block[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    if (block.kind === 'paragraph' && block.look === 'caption' && last?.kind === 'picture')
      joined[joined.length - 1] = { ...last, caption: block.runs }
    else joined.push(block)
  }
  return joined
}

interface OpenCell extends Cell {
  rowspan: number
}

function readTable(scope: WordScope, table: XmlElement): Block {
  /** Cells that go on below, by the column they begin in. */
  const open = new Map<number, OpenCell>()
  const rows = rowsOf(table).map(row => {
    const properties = childOf(row, 'w:trPr')
    const header = childOf(properties, 'w:tblHeader') !== undefined
    const cells: OpenCell[] = []
    let column = 0
    const before = spanOf(childOf(properties, 'w:gridBefore'))
    if (before > 0) {
      cells.push({ blocks: [], colspan: before, rowspan: 1, header })
      column = before
    }
    for (const cell of cellsOf(row)) {
      const about = childOf(cell, 'w:tcPr')
      const colspan = Math.max(spanOf(childOf(about, 'w:gridSpan')), 1)
      const merge = childOf(about, 'w:vMerge')
      const above = open.get(column)
      if (merge !== undefined && merge.attributes['w:val'] !== 'restart' && above !== undefined)
        above.rowspan += 1
      else {
        const made = { blocks: readBlocks(scope, cell), colspan, rowspan: 1, header }
        cells.push(made)
        if (merge === undefined) open.delete(column)
        else open.set(column, made)
      }
      column += colspan
    }
    return cells
  })
  return { kind: 'table', rows }
}

/** Rows may stand in content controls and in revisions. */
function rowsOf(parent: XmlElement): XmlElement[] {
  return childrenOf(parent).flatMap(child => {
    if (child.name === 'w:tr') return [child]
    return ['w:sdt', 'w:sdtContent', 'w:ins', 'w:customXml'].includes(child.name) ? rowsOf(child) : []
  })
}

function cellsOf(parent: XmlElement): XmlElement[] {
  return childrenOf(parent).flatMap(child => {
    if (child.name === 'w:tc') return [child]
    return ['w:sdt', 'w:sdtContent', 'w:customXml'].includes(child.name) ? cellsOf(child) : []
  })
}

function spanOf(element: XmlElement | undefined): number {
  const value = Number(element?.attributes['w:val'] ?? 0)
  return Number.isInteger(value) && value > 0 && value <= 50 ? value : 0
}
