import { schema } from '#common/document/schema'
import type { ImportedText } from '#main/import/import-task'
import { performImport } from '#main/import/perform-import'

/** What a file became; a refusal throws, named by its fault. */
export function imported(bytes: Uint8Array, fileName: string): ImportedText {
  const outcome = performImport({ bytes, fileName })
  if (outcome.kind === 'read') return outcome.text
  throw new Error(outcome.kind === 'fault' ? outcome.fault : outcome.message)
}

/** The document in short: one line a block, lists and tables with what is in them. */
export function outline({ document }: Pick<ImportedText, 'document'>): string[] {
  const lines: string[] = []
  schema.nodeFromJSON(document).forEach(node => {
    lines.push(describe(node.toJSON()))
  })
  return lines
}

interface Json {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly content?: readonly Json[]
  readonly text?: string
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[]
}

function describe(node: Json): string {
  const inside = (separator = '') => (node.content ?? []).map(describe).join(separator)
  switch (node.type) {
    case 'text':
      return (node.marks ?? []).reduce(
        (text, mark) => `${mark.type}(${mark.type === 'link' ? `${String(mark.attrs?.href)} ` : ''}${text})`,
        node.text ?? '',
      )
    case 'hardBreak':
      return '⏎'
    case 'paragraph':
      return inside()
    case 'heading':
      return `h${String(node.attrs?.level)} ${inside()}`
    case 'bulletList':
      return `• ${inside(' • ')}`
    case 'orderedList':
      return `${String(node.attrs?.start)}. ${inside(' # ')}`
    case 'listItem':
      return inside(' / ')
    case 'table':
      return `[${inside(' ; ')}]`
    case 'tableRow':
      return inside(' | ')
    case 'tableHeader':
    case 'tableCell': {
      const { colspan, rowspan } = node.attrs ?? {}
      const span = colspan === 1 && rowspan === 1 ? '' : `{${String(colspan)}×${String(rowspan)}}`
      return `${node.type === 'tableHeader' ? '!' : ''}${span}${inside(' / ')}`
    }
    case 'figure':
      return `figure ${String(node.attrs?.alt)}: ${inside()}`
    case 'horizontalRule':
      return '---'
    default:
      return `${node.type}(${inside(' / ')})`
  }
}
