import { Fragment, type Node } from 'prosemirror-model'
import { checkNode, type DocumentFault, excessOf, type JsonSize, measure } from './check'
import { limits } from './limits'
import { blobsOf } from './revision-body'
import { schema } from './schema'

interface CheckedBlock {
  readonly size: JsonSize
  /** Hashes of the pictures and files in it. */
  readonly blobs: readonly string[]
}

/** Blocks found to be sound; a node never changes, so neither does that. */
const checkedBlocks = new WeakMap<Node, CheckedBlock>()

const leastContent = schema.topNodeType.contentMatch.fillBefore(Fragment.empty, true) ?? Fragment.empty

/**
 * What `checkNode` says, for a document of which most was checked before: a step leaves the blocks it does not touch the
 * very same nodes, and only the others are looked into. Any doubt is left to `checkNode` and its words.
 */
export function checkEdited(document: Node): DocumentFault | null {
  try {
    if (isSound(document)) return null
  } catch {
    // A block that is not sound: the whole check says why.
  }
  return checkNode(document)
}

function isSound(document: Node): boolean {
  if (document.type !== schema.topNodeType || document.childCount === 0) return false
  if (!document.type.validContent(document.content)) return false
  // The document's own attributes, whatever is in it.
  document.copy(leastContent).check()
  const shell = measure(document.copy(Fragment.empty).toJSON())
  if (typeof shell === 'string') return false
  let { parts, characters, depth } = shell
  // The list of blocks is a value itself, one within the document; each block lies one deeper.
  parts += 1
  const blobs = new Set<string>()
  for (const node of document.children) {
    const block = checkedBlocks.get(node) ?? checkBlock(document, node)
    if (block === null) return false
    parts += block.size.parts
    characters += block.size.characters
    depth = Math.max(depth, block.size.depth + 2)
    for (const hash of block.blobs) blobs.add(hash)
  }
  return excessOf({ parts, characters, depth }) === null && blobs.size <= limits.blobs
}

function checkBlock(document: Node, node: Node): CheckedBlock | null {
  node.check()
  const size = measure(node.toJSON())
  if (typeof size === 'string') return null
  const block = { size, blobs: blobsOf(document.copy(Fragment.from(node))).map(({ hash }) => hash) }
  checkedBlocks.set(node, block)
  return block
}
