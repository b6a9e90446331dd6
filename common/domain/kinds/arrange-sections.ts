import { type Node, NodeRange } from 'prosemirror-model'
import type { Transform } from 'prosemirror-transform'
import { fold } from '#common/vietnamese/fold'
import { type ProcedurePart, procedureParts } from '../procedure-part'
import { isSuggested } from './arrange-steps'

/**
 * Headings that name a part of a procedure become that part, with what stands below them up to the next heading of their
 * level. A second heading of the same name, and one with suggestions in it or below it, stay headings. No text is lost.
 */
export function arrangeSections(tr: Transform): void {
  const section = tr.doc.type.schema.nodes.procedureSection
  const paragraph = tr.doc.type.schema.nodes.paragraph
  if (section === undefined || paragraph === undefined) return
  for (const { part, from, bodyFrom, bodyTo } of namedParts(tr.doc).toReversed()) {
    if (bodyTo === bodyFrom) tr.replaceWith(from, bodyTo, section.create({ part }, paragraph.create()))
    else {
      const range = new NodeRange(tr.doc.resolve(bodyFrom), tr.doc.resolve(bodyTo), 0)
      tr.wrap(range, [{ type: section, attrs: { part } }]).delete(from, bodyFrom)
    }
  }
}

interface NamedPart {
  readonly part: ProcedurePart
  /** The heading stands from `from` to `bodyFrom`, its text up to `bodyTo`. */
  readonly from: number
  readonly bodyFrom: number
  readonly bodyTo: number
}

function namedParts(document: Node): readonly NamedPart[] {
  const found: (NamedPart & { readonly isSafe: boolean })[] = []
  let open = false
  document.forEach((node, offset) => {
    const end = offset + node.nodeSize
    if (node.type.name === 'procedureSection') open = false
    else if (node.type.name === 'heading' && node.attrs.level === 2) {
      const part = partNamed(node.textContent)
      open = part !== null && !isKnown(part)
      if (part !== null && open)
        found.push({ part, from: offset, bodyFrom: end, bodyTo: end, isSafe: !isSuggested(node) })
    } else if (open) {
      const last = found.at(-1)
      if (last !== undefined)
        found.splice(-1, 1, { ...last, bodyTo: end, isSafe: last.isSafe && !isSuggested(node) })
    }
  })
  return found.filter(({ isSafe }) => isSafe)

  function isKnown(part: ProcedurePart): boolean {
    return (
      found.some(one => one.part === part) ||
      document.children.some(({ type, attrs }) => type.name === 'procedureSection' && attrs.part === part)
    )
  }
}

/** `1. Trình tự thực hiện:` names a part as well as the bare words; so do a few other words offices use. */
export function partNamed(heading: string): ProcedurePart | null {
  const name = fold(heading)
    .replace(/^[\divxa-z]{1,4}\s*[.)\-–:]\s*/u, '')
    .replace(/[\s.:]+$/u, '')
  return (
    procedureParts.find(({ id, label }) => [fold(label.vi), ...otherNames[id]].includes(name))?.id ?? null
  )
}

/** Folded, as `fold` leaves them. */
const otherNames: Readonly<Record<ProcedurePart, readonly string[]>> = {
  order: ['trinh tu'],
  manner: ['cach thuc'],
  dossier: ['ho so', 'thanh phan, so luong ho so', 'thanh phan ho so, so luong ho so'],
  forms: ['mau don', 'mau to khai', 'ten mau don, mau to khai', 'bieu mau'],
  result: ['ket qua thuc hien', 'ket qua giai quyet', 'ket qua thuc hien thu tuc hanh chinh'],
  conditions: ['yeu cau, dieu kien thuc hien', 'dieu kien'],
  basis: ['can cu phap ly cua thu tuc hanh chinh', 'can cu'],
}
