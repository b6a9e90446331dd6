import type { BlobReference } from '#common/document/revision-body'
import { plainFileName } from '#common/vietnamese/file-name'
import type { PortalParts } from '../portal-parts'

const day = 86_400

/** A picture or file of a visible article. What is no picture is never rendered by the browser in the portal's name. */
export async function sendBlob({ blobs }: PortalParts, reference: BlobReference): Promise<Response | null> {
  const size = await blobs.size(reference.hash)
  if (size === null) return null
  const picture = await blobs.pictureType(reference.hash)
  const fileName = reference.fileName ?? null
  const headers = new Headers({
    'Content-Type': picture ?? reference.mediaType ?? 'application/octet-stream',
    'Content-Length': String(size),
    'Cache-Control': `public, max-age=${365 * day}, immutable`,
    ETag: `"${reference.hash}"`,
  })
  if (picture === null) headers.set('Content-Security-Policy', "sandbox; default-src 'none'")
  if (fileName !== null)
    headers.set('Content-Disposition', `attachment; filename="${plainFileName(fileName)}"`)
  else if (picture === null) headers.set('Content-Disposition', 'attachment')
  return new Response(ReadableStream.from(blobs.stream(reference.hash)), { headers })
}
