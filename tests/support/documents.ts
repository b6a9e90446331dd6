import { newDocument } from '#common/document/new-document'
import { schema } from '#common/document/schema'
import { kinds } from '#common/domain/kinds/registry'

type Json = Readonly<Record<string, unknown>>

export const text = (content: string, ...marks: readonly Json[]): Json => ({
  type: 'text',
  text: content,
  ...(marks.length > 0 && { marks }),
})
export const p = (...content: readonly (Json | string)[]): Json => ({
  type: 'paragraph',
  content: content.map(asText),
})
export const h2 = (content: string): Json => ({
  type: 'heading',
  attrs: { level: 2 },
  content: [text(content)],
})
export const figure = (image: string, alt: string, caption = ''): Json => ({
  type: 'figure',
  attrs: { image, alt },
  ...(caption !== '' && { content: [text(caption)] }),
})

/** `article({ headline: 'A' }, p('b'))` as untrusted JSON; category and kind are set, so that it may be submitted. */
export function article(
  options: { headline?: string; lead?: string; attrs?: Json },
  ...body: readonly Json[]
): Json {
  const line = (type: string, content: string | undefined) => ({
    type,
    ...(content && { content: [text(content)] }),
  })
  return {
    type: 'doc',
    attrs: { kind: 'news', category: 'tin-tuc', ...options.attrs },
    content: [
      line('headline', options.headline),
      line('lead', options.lead),
      ...(body.length > 0 ? body : [{ type: 'paragraph' }]),
    ],
  }
}

export const parse = (json: Json) => schema.nodeFromJSON(json)

export const emptyDocuments = kinds.map(kind => newDocument(kind))

function asText(part: Json | string): Json {
  return typeof part === 'string' ? text(part) : part
}
