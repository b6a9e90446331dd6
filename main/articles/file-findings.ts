import type { Node } from 'prosemirror-model'
import { atPosition, type Finding } from '#common/domain/finding'
import type { Core } from '#main/core/capability'

/** What attached PDFs themselves say: one nobody can search or hear read aloud, and one with numbers of persons in it. */
export function fileFindings({ store }: Core, document: Node): readonly Finding[] {
  const found: Finding[] = []
  document.descendants((node, position) => {
    if (node.type.name !== 'attachment') return
    const text = store.get('media', String(node.attrs.file))?.text
    if (text === undefined) return
    const name = String(node.attrs.label || node.attrs.fileName)
    const say = (code: string, params: Finding['params']) =>
      found.push({ level: 'should', code, params, place: atPosition(position) })
    if (text === null) say('file-without-text', { name })
    else if (text.personalData > 0) say('file-personal-data', { name, count: text.personalData })
  })
  return found
}
