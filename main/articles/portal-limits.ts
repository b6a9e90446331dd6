import type { Node } from 'prosemirror-model'
import { type Problem, problem } from '#common/api/problems/problem'
import { fileKind } from '#common/document/file-kind'
import { atPosition, type Finding } from '#common/domain/finding'
import type { Portal } from '#common/domain/portal'
import type { Core } from '#main/core/capability'

interface SentBlob {
  readonly label: string
  readonly mediaType: string
  readonly sizeBytes: number
}

/** The first picture or file the portal would refuse for its size or sort; null when it takes all, or says nothing. */
export function refusedBy({ name, limits }: Portal, blobs: readonly SentBlob[]): Problem | null {
  if (limits === undefined) return null
  const { blobBytes, mediaTypes } = limits
  for (const { label, mediaType, sizeBytes } of blobs) {
    if (sizeBytes > blobBytes)
      return problem('portal-file-limit', { portal: name, name: label, sizeBytes, limitBytes: blobBytes })
    if (mediaTypes !== undefined && !mediaTypes.includes(mediaType))
      return problem('portal-file-type', {
        portal: name,
        name: label,
        type: fileKind({ mediaType, fileName: label }),
        types: [...new Set(mediaTypes.map(one => fileKind({ mediaType: one, fileName: '' })))].join(', '),
      })
  }
  return null
}

/** Pictures and files of a draft that a connected portal would refuse. It blocks when no portal is left to take them. */
export function portalFindings({ store }: Core, document: Node): readonly Finding[] {
  const portals = [...store.all('portals').values()]
  if (portals.every(({ limits }) => limits === undefined)) return []
  const found: Finding[] = []
  document.descendants((node, position) => {
    const hash = node.type.name === 'figure' ? node.attrs.image : node.attrs.file
    const record = typeof hash === 'string' ? store.get('media', hash) : undefined
    if (record === undefined) return
    const { fileName: label, mediaType, sizeBytes } = record
    const refusals = portals.flatMap(portal => refusedBy(portal, [{ label, mediaType, sizeBytes }]) ?? [])
    const [first] = refusals
    if (first === undefined) return
    const level = refusals.length === portals.length ? 'must' : 'should'
    found.push({ level, code: first.code, params: first.params, place: atPosition(position) })
  })
  return found
}
