import type { Mark, Node } from 'prosemirror-model'
import { readFocus } from '../domain/focus-point'
import { procedurePartTitle } from '../domain/procedure-part'
import { plainFileName } from '../vietnamese/file-name'
import { fileKind } from './file-kind'
import { element, escapeHtml, type Html, join, nothing, voidElement } from './html'
import { publishedFacts } from './published-facts'
import { scheduleTable } from './schedule-table'
import type { MarkName, NodeName } from './schema'
import type { SuggestionMarkName } from './suggestions/suggestion-marks'
import { tableHtml } from './table-html'

/** Raised with every change of the bytes below; a seal names it, and stored bytes are never made again. */
export const rendererVersion = 3

/**
 * The article as readers get it: one `<article>` fragment, no script, no style, every text and attribute escaped.
 * Pictures and files point to `/blob/<sha256>`, which workstation and portal both serve; other connectors rewrite them.
 */
export function toHtml(document: Node): Html {
  const [headline, lead, ...body] = document.children
  if (headline === undefined || lead === undefined) throw new RangeError('not an article document')
  return element(
    'article',
    { class: 'article', 'data-kind': String(document.attrs.kind) },
    element('h1', {}, inline(headline)),
    lead.childCount === 0 ? nothing : element('p', { class: 'lead' }, inline(lead)),
    facts(document),
    join(body.map(render)),
    source(document),
    byline(document),
  )
}

function facts(document: Node): Html {
  const entries = publishedFacts(document)
  if (entries.length === 0) return nothing
  const rows = entries.map(([label, value]) =>
    element('div', {}, element('dt', {}, escapeHtml(label)), element('dd', {}, escapeHtml(value))),
  )
  return element('dl', { class: 'facts' }, ...rows)
}

function source(document: Node): Html {
  const { sourceName, sourceUrl } = document.attrs
  if (typeof sourceName !== 'string' || sourceName === '') return nothing
  const name = escapeHtml(sourceName)
  const linked =
    typeof sourceUrl === 'string' ? element('a', { href: sourceUrl, rel: 'noopener' }, name) : name
  return element('p', { class: 'source' }, join(['(Nguồn: ' as Html, linked, ')' as Html]))
}

function byline(document: Node): Html {
  const value: unknown = document.attrs.byline
  return typeof value === 'string' && value !== ''
    ? element('p', { class: 'byline' }, escapeHtml(value))
    : nothing
}

/** A table, not a switch: a node without a row here is a type error. */
const nodes: Record<Exclude<NodeName, 'doc' | 'headline' | 'lead'>, (node: Node) => Html> = {
  paragraph: node => element('p', {}, inline(node)),
  heading: node => element(`h${Number(node.attrs.level)}`, {}, inline(node)),
  bulletList: node => element('ul', {}, blocks(node)),
  orderedList: node =>
    element('ol', { start: node.attrs.start === 1 ? null : Number(node.attrs.start) }, blocks(node)),
  listItem: node => element('li', {}, blocks(node)),
  steps: node => element('ol', { class: 'steps' }, blocks(node)),
  step: node => element('li', {}, blocks(node)),
  stepTitle: node => element('h3', {}, inline(node)),
  procedureSection: node =>
    element(
      'section',
      { class: 'procedure-section' },
      element('h2', {}, escapeHtml(procedurePartTitle(node.attrs.part))),
      blocks(node),
    ),
  blockquote: node => element('blockquote', {}, blocks(node)),
  pullQuote: pullQuote,
  callout: node =>
    element(
      'div',
      { class: `callout callout-${node.attrs.tone}`, role: 'note' },
      element('p', { class: 'callout-label' }, escapeHtml(calloutLabel(node))),
      blocks(node),
    ),
  horizontalRule: () => voidElement('hr'),
  table: node => tableHtml(node, blocks),
  tableRow: writtenByTable,
  tableHeader: writtenByTable,
  tableCell: writtenByTable,
  figure: figure,
  gallery: node => element('div', { class: 'gallery', role: 'group', 'aria-label': 'Bộ ảnh' }, blocks(node)),
  attachment: node =>
    element(
      'p',
      { class: 'attachment' },
      element(
        'a',
        {
          href: `/blob/${node.attrs.file}`,
          download: plainFileName(String(node.attrs.fileName)),
          type: String(node.attrs.mediaType),
        },
        escapeHtml(String(node.attrs.label || node.attrs.fileName)),
      ),
      escapeHtml(` (${fileKind(node.attrs)}, ${formatSize(Number(node.attrs.sizeBytes))})`),
    ),
  poll: poll,
  pollChoice: node =>
    element(
      'label',
      {},
      voidElement('input', {
        type: 'radio',
        name: 'choice',
        value: String(node.attrs.choice),
        required: true,
      }),
      escapeHtml(' '),
      inline(node),
    ),
  schedule: scheduleTable,
  text: node => node.marks.reduceRight((html, mark) => format(mark, html), escapeHtml(node.text ?? '')),
  hardBreak: () => voidElement('br'),
}

const marks: Record<Exclude<MarkName, SuggestionMarkName>, (mark: Mark, content: Html) => Html> = {
  link: (mark, content) => element('a', { href: String(mark.attrs.href), rel: 'noopener' }, content),
  bold: (_mark, content) => element('strong', {}, content),
  italic: (_mark, content) => element('em', {}, content),
  underline: (_mark, content) => element('u', {}, content),
  strike: (_mark, content) => element('s', {}, content),
  subscript: (_mark, content) => element('sub', {}, content),
  superscript: (_mark, content) => element('sup', {}, content),
}

/** A suggestion has no HTML: what readers get holds none (docs/workflow.md, W13). */
function format(mark: Mark, content: Html): Html {
  const write = marks[mark.type.name as keyof typeof marks]
  if (write === undefined) throw new RangeError(`no HTML for ${mark.type.name}`)
  return write(mark, content)
}

function render(node: Node): Html {
  const write = nodes[node.type.name as keyof typeof nodes]
  if (write === undefined) throw new RangeError(`no HTML for ${node.type.name}`)
  return write(node)
}

function blocks(node: Node): Html {
  return join(node.children.map(render))
}

function inline(node: Node): Html {
  return blocks(node)
}

function writtenByTable(): never {
  throw new RangeError('a row or cell outside of a table')
}

const calloutLabels: Readonly<Record<string, string>> = {
  note: 'Lưu ý',
  warning: 'Cảnh báo',
  danger: 'Nguy hiểm',
}

/** What stands above a callout, for readers who do not see its colour. */
export function calloutLabel(callout: Node): string {
  return calloutLabels[String(callout.attrs.tone)] ?? ''
}

function pullQuote(node: Node): Html {
  const by = String(node.attrs.by)
  return element(
    'figure',
    { class: 'pull-quote' },
    element('blockquote', {}, element('p', {}, inline(node))),
    by === '' ? nothing : element('figcaption', {}, escapeHtml(by)),
  )
}

function figure(node: Node): Html {
  const { image, alt, credit, width, height } = node.attrs
  const picture = voidElement('img', {
    src: `/blob/${image}`,
    alt: String(alt),
    width: width === null ? null : Number(width),
    height: height === null ? null : Number(height),
    loading: 'lazy',
  })
  const caption = inline(node)
  const by = credit === '' ? nothing : element('span', { class: 'credit' }, escapeHtml(`Ảnh: ${credit}`))
  const hasCaption = node.childCount > 0 || credit !== ''
  const separator = node.childCount > 0 && credit !== '' ? escapeHtml(' ') : nothing
  return element(
    'figure',
    { class: figureClasses(node) },
    picture,
    hasCaption ? element('figcaption', {}, caption, separator, by) : nothing,
  )
}

/** `figure-wide focus-x-30 focus-y-70`; where it is cropped is for the portal's style sheet. */
function figureClasses({ attrs: { display, focus } }: Node): string | null {
  const point = readFocus(focus)
  const classes = [
    ...(display === 'normal' ? [] : [`figure-${display}`]),
    ...(point === null ? [] : [`focus-x-${point.x}`, `focus-y-${point.y}`]),
  ]
  return classes.length === 0 ? null : classes.join(' ')
}

/** A form without `action` posts to the page it stands on, wherever a portal puts it. */
function poll(node: Node): Html {
  const question = element('legend', {}, escapeHtml(String(node.attrs.question)))
  const button = element('button', { type: 'submit' }, escapeHtml('Gửi ý kiến'))
  return element(
    'form',
    { class: 'poll', method: 'post' },
    element('fieldset', {}, question, blocks(node), button),
  )
}

/** `1,2 MB`, `340 KB`: decimal comma, as Vietnamese readers write it. */
export function formatSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} KB`
  return `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`
}
