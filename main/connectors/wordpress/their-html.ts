import type { BlobHash } from '#common/domain/ids'
import { betweenMarkers } from '../page/between-markers'
import type { Post } from './mapping'
import { readMarker } from './marker'
import { mediaName } from './media-library'

/** A post as somebody left it, with our pictures and files under their hashes again. */
export function theirHtml({ title, content }: Post, blobs: readonly BlobHash[]): string {
  const text = readMarker(content.raw)?.rest ?? content.raw
  const ours = blobs.reduce(
    (html, hash) =>
      html.replace(new RegExp(`(src|href)="[^"]*${mediaName(hash)}[^"]*"`, 'g'), `$1="/blob/${hash}"`),
    betweenMarkers(text) ?? text,
  )
  return `<h1>${title.raw}</h1>${ours}`
}
