import { type Block, Losses, noFacts, type Picture, type ReadFile, type Run } from '../blocks/blocks'
import { ImportFault } from '../import-fault'
import { childOf, childrenOf, readXml, type XmlElement } from '../package/read-xml'
import { readZip } from '../package/read-zip'
import { partOfType, readRelations } from '../package/relations'
import { readNumberingPart } from './numbering'
import { readBlocks } from './read-blocks'
import { readStyles } from './styles'
import type { WordScope } from './word-scope'

/** Reads a .docx: what its page shows, in the order it shows it. Throws `ImportFault`. */
export function readWord(file: Uint8Array): ReadFile {
  const zip = readZip(file)
  const main = partOfType(readRelations(zip, ''), 'officeDocument') ?? 'word/document.xml'
  const root = zip.has(main) ? readXml(zip, main) : null
  const body = childOf(root ?? undefined, 'w:body')
  if (body === undefined) throw new ImportFault('unreadable')
  const relations = readRelations(zip, main)
  const losses = new Losses()
  const pictures: Picture[] = []
  const notes = {
    footnote: notesOf('footnotes', 'w:footnote'),
    endnote: notesOf('endnotes', 'w:endnote'),
  }
  const scope: WordScope = {
    zip,
    relations,
    styles: readStyles(zip, partOfType(relations, 'styles')),
    numbering: readNumberingPart(zip, partOfType(relations, 'numbering')),
    losses,
    pictures,
    fields: [],
    notes: [],
    findNote: (kind, id) => notes[kind].get(id),
  }
  if (partOfType(relations, 'vbaProject') !== null) losses.add('active-parts')
  const blocks = readBlocks(scope, body)
  return { blocks: [...blocks, ...readNotes(scope)], pictures, losses, facts: noFacts }

  function notesOf(type: string, name: string): ReadonlyMap<string, XmlElement> {
    const part = partOfType(relations, type)
    if (part === null || !zip.has(part)) return new Map()
    return new Map(childrenOf(readXml(zip, part), name).map(note => [note.attributes['w:id'] ?? '', note]))
  }
}

/** Notes stand at the end, numbered as their marks; a note may bring marks of its own. */
function readNotes(scope: WordScope): Block[] {
  const blocks: Block[] = []
  for (let index = 0; index < scope.notes.length && index < 1_000; index += 1) {
    const note = scope.notes[index]
    if (note === undefined) break
    const mark: Run = { text: `[${index + 1}] `, marks: [] }
    const [first, ...rest] = readBlocks(scope, note)
    if (first?.kind === 'paragraph') blocks.push({ ...first, runs: [mark, ...first.runs] }, ...rest)
    else
      blocks.push(
        { kind: 'paragraph', runs: [mark], look: 'plain' },
        ...(first === undefined ? [] : [first]),
        ...rest,
      )
  }
  return blocks.length === 0 ? [] : [{ kind: 'rule' }, ...blocks]
}
