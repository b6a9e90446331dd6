import type { Token } from 'markdown-it'
import { MarkdownParser } from 'prosemirror-markdown'
import type { Node } from 'prosemirror-model'
import { schema } from '#common/document/schema'
import { markdownTokens } from './markdown-tokens'
import type { SampleFile } from './sample-plan'

/** Turns an article's Markdown into blocks of our schema; throws a RangeError that names a file the sample lacks. */
export type ParseBody = (markdown: string) => readonly Node[]

/** `credit` stands under every picture. */
export function bodyParser(media: ReadonlyMap<string, SampleFile>, credit: string): ParseBody {
  function file(name: unknown): SampleFile {
    const found = media.get(String(name))
    if (found === undefined) throw new RangeError(`no such picture or file in the sample: "${name}"`)
    return found
  }

  const parser = new MarkdownParser(schema, markdownTokens(), {
    paragraph: { block: 'paragraph' },
    heading: { block: 'heading', getAttrs: token => ({ level: Number(token.tag.slice(1)) }) },
    blockquote: { block: 'blockquote' },
    bullet_list: { block: 'bulletList' },
    ordered_list: {
      block: 'orderedList',
      getAttrs: token => ({ start: Number(token.attrGet('start') ?? 1) }),
    },
    list_item: { block: 'listItem' },
    hr: { node: 'horizontalRule' },
    table: { block: 'table' },
    thead: { ignore: true },
    tbody: { ignore: true },
    tr: { block: 'tableRow' },
    th: { block: 'tableHeader' },
    td: { block: 'tableCell' },
    figure: {
      block: 'figure',
      getAttrs: token => ({ image: file(token.attrGet('src')).hash, alt: token.content, credit }),
    },
    attachment: { node: 'attachment', getAttrs: token => attachment(file(token.attrGet('href')), token) },
    em: { mark: 'italic' },
    strong: { mark: 'bold' },
    link: { mark: 'link', getAttrs: token => ({ href: token.attrGet('href') }) },
    hardbreak: { node: 'hardBreak' },
  })

  // The parser fills in the headline and the lead that our documents begin with; the front matter has the real ones.
  return markdown => parser.parse(markdown).children.slice(2)
}

function attachment(file: SampleFile, token: Token): Record<string, unknown> {
  return {
    file: file.hash,
    fileName: file.fileName,
    mediaType: file.mediaType,
    sizeBytes: file.bytes.length,
    label: token.content,
  }
}
