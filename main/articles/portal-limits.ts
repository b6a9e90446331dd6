import type { Node } from 'prosemirror-model'
import { type Problem, problem } from '#common/api/problems/problem'
import { atPosition, type Finding } from '#common/domain/finding'
import type { BlobHash } from '#common/domain/ids'
import type { Portal } from '#common/domain/portal'
import type { Core } from '#main/core/capability'

interface SizedBlob {
  readonly hash: BlobHash
  readonly label: string
  readonly sizeBytes: number
}

/** The first file that is larger than the portal takes, in words; null when all fit, or the portal says nothing. */
export function tooLargeFor(portal: Portal, blobs: readonly SizedBlob[]): Problem | null {
  const limitBytes = portal.limits?.blobBytes
  const large = blobs.find(({ sizeBytes }) => limitBytes !== undefined && sizeBytes > limitBytes)
  if (large === undefined || limitBytes === undefined) return null
  return problem('portal-file-limit', {
    portal: portal.name,
    name: large.label,
    size: megabytes(large.sizeBytes),
    limit: megabytes(limitBytes),
  })
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
    const blob = { hash: record.id, label: record.fileName, sizeBytes: record.sizeBytes }
    const refusals = portals.flatMap(portal => tooLargeFor(portal, [blob]) ?? [])
    const [first] = refusals
    if (first === undefined) return
    const level = refusals.length === portals.length ? 'must' : 'should'
    found.push({ level, code: first.code, params: first.params, place: atPosition(position) })
  })
  return found
}

/** `12,5 MB`, as people write it; rounded up, so that a size never looks like the limit it exceeds. */
function megabytes(bytes: number): string {
  return `${(Math.ceil(bytes / 100_000) / 10).toString().replace('.', ',')} MB`
}
