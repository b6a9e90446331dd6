import MarkdownIt, { type Token } from 'markdown-it'

/**
 * CommonMark with tables, where a cell holds a paragraph, a picture alone in its paragraph is a figure
 * (`![alternative text](file "caption")`), and a link to a bare file name alone in its paragraph is an attachment.
 */
export function markdownTokens(): MarkdownIt {
  const tokenizer = new MarkdownIt('commonmark', { html: false }).enable('table')
  tokenizer.core.ruler.push('article_blocks', state => {
    state.tokens = articleBlocks(state.tokens, (type, tag, nesting) => new state.Token(type, tag, nesting))
  })
  return tokenizer
}

type Make = (type: string, tag: string, nesting: Token['nesting']) => Token

function articleBlocks(tokens: readonly Token[], make: Make): Token[] {
  const blocks: Token[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (token === undefined) continue
    const special =
      token.type === 'paragraph_open' ? standingAlone(tokens[at + 1]?.children ?? [], make) : null
    if (special !== null) {
      blocks.push(...special)
      at += 2
    } else blocks.push(...inCell(token, make))
  }
  return blocks
}

function inCell(token: Token, make: Make): readonly Token[] {
  if (token.type === 'th_open' || token.type === 'td_open') return [token, make('paragraph_open', 'p', 1)]
  if (token.type === 'th_close' || token.type === 'td_close') return [make('paragraph_close', 'p', -1), token]
  return [token]
}

function standingAlone(children: readonly Token[], make: Make): readonly Token[] | null {
  const [only, label, end] = children
  if (only?.type === 'image' && children.length === 1) {
    const open = make('figure_open', 'figure', 1)
    open.attrs = [...(only.attrs ?? [])]
    open.content = only.content
    const caption = make('inline', '', 0)
    const text = make('text', '', 0)
    text.content = String(only.attrGet('title') ?? '')
    caption.children = [text]
    return [open, caption, make('figure_close', 'figure', -1)]
  }
  const href = only?.type === 'link_open' ? String(only.attrGet('href') ?? '') : ''
  if (children.length !== 3 || end?.type !== 'link_close' || href.includes(':')) return null
  const attachment = make('attachment', '', 0)
  attachment.attrs = [['href', href]]
  attachment.content = label?.content ?? ''
  return [attachment]
}
