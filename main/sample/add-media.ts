import { Fragment, type Node } from 'prosemirror-model'
import type { Media } from '#common/api/views'
import type { SampleFile, SamplePlan } from './sample-plan'

/** What the newsroom made of each of the sample's files, by the hash the sample's documents name it with. */
export type AddedMedia = ReadonlyMap<string, Media>

/** Adds every picture and file; side by side, because preparing pictures is what takes the time. */
export async function addSampleMedia(
  plan: SamplePlan,
  add: (file: SampleFile) => Promise<Media>,
): Promise<AddedMedia> {
  return new Map(
    await Promise.all([...plan.media.values()].map(async file => [file.hash, await add(file)] as const)),
  )
}

/** The document with its pictures and files as the newsroom stored them. */
export function withAddedMedia(document: Node, added: AddedMedia): Node {
  if (document.isText) return document
  const content = Fragment.fromArray(document.children.map(child => withAddedMedia(child, added)))
  return document.type.create({ ...document.attrs, ...stored(document, added) }, content, document.marks)
}

function stored({ type, attrs }: Node, added: AddedMedia): Record<string, unknown> {
  switch (type.name) {
    case 'figure': {
      const { hash, width, height } = find(attrs.image, added)
      return { image: hash, width, height }
    }
    case 'attachment': {
      const { hash, mediaType, sizeBytes } = find(attrs.file, added)
      return { file: hash, mediaType, sizeBytes }
    }
    default:
      return {}
  }
}

function find(hash: unknown, added: AddedMedia): Media {
  const media = added.get(String(hash))
  if (media === undefined) throw new Error(`media ${hash} was not added`)
  return media
}
