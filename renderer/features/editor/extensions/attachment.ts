import { Node } from '@tiptap/core'
import type { Node as ProseMirrorNode } from 'prosemirror-model'
import { fileKind } from '#common/document/file-kind'
import { schema } from '#common/document/schema'
import { formatSize } from '#common/document/to-html'

/** A file that readers can download, with the words of its link. */
export const Attachment = Node.create({
  name: 'attachment',
  addAttributes: () => ({
    file: { parseHTML: element => element.getAttribute('data-file') },
    fileName: { parseHTML: element => element.getAttribute('data-file-name') },
    mediaType: { parseHTML: element => element.getAttribute('data-media-type') },
    sizeBytes: { parseHTML: element => Number(element.getAttribute('data-size-bytes')) },
    label: { parseHTML: element => element.getAttribute('data-label') ?? '' },
  }),
  parseHTML: () => [{ tag: 'div[data-file]', getAttrs: element => (isWhole(element) ? null : false) }],
  renderHTML: ({ node }) => ['div', dataOf(node), labelOf(node)],
  addNodeView() {
    return ({ node: first }) => {
      const dom = document.createElement('div')
      dom.className = 'attachment-view'
      const kind = dom.appendChild(document.createElement('span'))
      kind.className = 'attachment-kind'
      const label = dom.appendChild(document.createElement('span'))
      const details = dom.appendChild(document.createElement('small'))
      const show = (node: ProseMirrorNode) => {
        kind.textContent = fileKind(node.attrs)
        label.textContent = labelOf(node)
        const size = formatSize(Number(node.attrs.sizeBytes))
        details.textContent = node.attrs.label === '' ? size : `${node.attrs.fileName} · ${size}`
      }
      show(first)
      return {
        dom,
        update: node => {
          if (node.type.name !== 'attachment') return false
          show(node)
          return true
        },
      }
    }
  },
})

function labelOf(node: ProseMirrorNode): string {
  return String(node.attrs.label || node.attrs.fileName)
}

function dataOf(node: ProseMirrorNode): Record<string, string> {
  const { file, fileName, mediaType, sizeBytes, label } = node.attrs
  return {
    'data-file': String(file),
    'data-file-name': String(fileName),
    'data-media-type': String(mediaType),
    'data-size-bytes': String(sizeBytes),
    'data-label': String(label),
  }
}

/** Pasted from elsewhere: every attribute has to be what the schema accepts. */
function isWhole(element: HTMLElement): boolean {
  try {
    const attachment = schema.nodes.attachment.create({
      file: element.getAttribute('data-file'),
      fileName: element.getAttribute('data-file-name'),
      mediaType: element.getAttribute('data-media-type'),
      sizeBytes: Number(element.getAttribute('data-size-bytes')),
      label: element.getAttribute('data-label') ?? '',
    })
    attachment.check()
    return true
  } catch {
    return false
  }
}
