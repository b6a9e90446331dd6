import type { Json } from './blocks/to-body'

export interface StoredPicture {
  readonly hash: string
  readonly width: number | null
  readonly height: number | null
}

/** The document with every picture by the hash it will be stored under; those that could not be read go, with their captions kept. */
export function withPictures(document: Json, places: ReadonlyMap<string, StoredPicture>): Json {
  const content = childrenOf(document)
  return content === null ? document : { ...document, content: content.flatMap(node => place(node, places)) }
}

function place(node: Json, places: ReadonlyMap<string, StoredPicture>): Json[] {
  if (node.type !== 'figure') {
    const placed = withPictures(node, places)
    const content = childrenOf(placed)
    // A cell or an item that held nothing but the picture.
    return content !== null && content.length === 0 && childrenOf(node)?.length !== 0 && !takesNothing(node)
      ? [{ ...placed, content: [{ type: 'paragraph' }] }]
      : [placed]
  }
  const attrs = typeof node.attrs === 'object' && node.attrs !== null ? node.attrs : {}
  const stored = places.get(String(Reflect.get(attrs, 'image')))
  if (stored !== undefined) {
    const { hash, width, height } = stored
    return [{ ...node, attrs: { ...attrs, image: hash, width, height } }]
  }
  const caption = childrenOf(node)
  return caption === null || caption.length === 0 ? [] : [{ type: 'paragraph', content: caption }]
}

function takesNothing(node: Json): boolean {
  return node.type === 'paragraph' || node.type === 'heading'
}

function childrenOf(node: Json): readonly Json[] | null {
  return Array.isArray(node.content) ? (node.content as readonly Json[]) : null
}
