import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Transform } from 'prosemirror-transform'
import { describe, expect, it } from 'vitest'
import { canonicalDocument } from '#common/document/canonical'
import { checkDocument } from '#common/document/check'
import { revisionText } from '#common/document/revision-body'
import { type NodeName, nodeSpecs, schema } from '#common/document/schema'
import { withoutSuggestions } from '#common/document/suggestions/settle'
import { suggestChanges } from '#common/document/suggestions/suggest-changes'
import { accepted } from '#common/document/suggestions/suggested-content'
import { textBlocks } from '#common/document/text-blocks'
import { toHtml } from '#common/document/to-html'
import { documentText } from '#common/document/to-text'
import { articleId } from '#common/domain/ids'
import { emptyRow } from '#common/domain/schedule'
import { compareDocuments } from '#main/review/comparison/compare-documents'
import { passagesOf } from '#main/search/passages'
import { idOf } from '#tests/support/articles'
import { article, p, parse, text } from '#tests/support/documents'

type Json = Readonly<Record<string, unknown>>

/** One block of each node with a word of its own in it, the other values each attribute can take, and its rule on the page. */
interface Sample {
  /** Null: headline and lead, which stand in every article. */
  readonly block: Json | null
  /** What a reader finds of it in the text; null where it has no words. */
  readonly word: string | null
  /** Other values of its attributes; a comparison has to tell each. */
  readonly other: Json
  /** Attributes readers never see, with the reason. */
  readonly unseen?: Json
  /** Selector of the portal's style sheet; null where the browser's own looks are right. */
  readonly style: string | null
  /** False where the proofreader has nothing to read. */
  readonly isProse: boolean
}

const image = 'a'.repeat(64)
const words = (type: string, word: string, attrs: Json = {}): Json => ({ type, attrs, content: [text(word)] })
const figure: Json = words('figure', 'Chú', { image, alt: 'Tả', credit: 'An' })
const item = (word: string): Json => ({ type: 'listItem', content: [p(word)] })
const step = (word: string, ...details: Json[]): Json => ({
  type: 'step',
  content: [words('stepTitle', word), ...details],
})
const steps = (...content: Json[]): Json => ({ type: 'steps', content })
const cell = (type: string, word: string, attrs: Json = {}): Json => ({ type, attrs, content: [p(word)] })
const table = (...cells: Json[]): Json => ({
  type: 'table',
  content: [{ type: 'tableRow', content: cells }],
})
const row = table(cell('tableCell', 'ô'))

const row0 = { ...emptyRow, day: '2026-11-23', time: '07:30', work: 'Giao ban' }

/** A table, not a list: a node without a row here is a type error, and so is known to everything below. */
const samples: Record<NodeName, Sample> = {
  doc: { block: null, word: null, other: {}, style: '.approved', isProse: false },
  headline: { block: null, word: 'Đầu', other: {}, style: '.approved h1', isProse: true },
  lead: { block: null, word: 'Sapo', other: {}, style: '.approved .lead', isProse: true },
  paragraph: { block: p('đoạn'), word: 'đoạn', other: {}, style: '.approved p', isProse: true },
  heading: {
    block: words('heading', 'mục', { level: 2 }),
    word: 'mục',
    other: { level: 3 },
    style: '.approved h2',
    isProse: true,
  },
  bulletList: {
    block: { type: 'bulletList', content: [item('gạch')] },
    word: 'gạch',
    other: {},
    style: '.approved ul',
    isProse: true,
  },
  orderedList: {
    block: { type: 'orderedList', content: [item('số')] },
    word: 'số',
    other: { start: 4 },
    style: '.approved ol',
    isProse: true,
  },
  listItem: {
    block: { type: 'bulletList', content: [item('điểm')] },
    word: 'điểm',
    other: {},
    style: '.approved li > p',
    isProse: true,
  },
  steps: {
    block: steps(step('làm')),
    word: 'làm',
    other: {},
    style: '.approved .steps',
    isProse: true,
  },
  step: {
    block: steps(step('mở'), step('gửi', p('bấm nút'))),
    word: 'bấm nút',
    other: {},
    style: '.approved .steps > li',
    isProse: true,
  },
  stepTitle: {
    block: steps(step('nhập')),
    word: 'nhập',
    other: {},
    style: '.approved .steps h3',
    isProse: true,
  },
  procedureSection: {
    block: { type: 'procedureSection', attrs: { part: 'order' }, content: [p('nộp tại quầy')] },
    word: 'Trình tự thực hiện',
    other: { part: 'result' },
    style: '.approved .procedure-section',
    isProse: false,
  },
  blockquote: {
    block: { type: 'blockquote', content: [p('dẫn')] },
    word: 'dẫn',
    other: {},
    style: '.approved blockquote',
    isProse: true,
  },
  pullQuote: {
    block: words('pullQuote', 'câu'),
    word: 'câu',
    other: { by: 'Ông Bình' },
    style: '.approved .pull-quote',
    isProse: true,
  },
  callout: {
    block: { type: 'callout', content: [p('chú ý')] },
    word: 'chú ý',
    other: { tone: 'danger' },
    style: '.approved .callout',
    isProse: true,
  },
  horizontalRule: {
    block: { type: 'horizontalRule' },
    word: null,
    other: {},
    style: '.approved hr',
    isProse: false,
  },
  table: { block: row, word: 'ô', other: {}, style: '.approved table', isProse: true },
  tableRow: { block: row, word: 'ô', other: {}, style: null, isProse: true },
  tableHeader: {
    block: table(cell('tableHeader', 'cột')),
    word: 'cột',
    other: { colspan: 2, rowspan: 2, colwidth: [120] },
    style: '.approved th',
    isProse: true,
  },
  tableCell: {
    block: table(cell('tableCell', 'trong')),
    word: 'trong',
    other: { colspan: 2, rowspan: 2, colwidth: [120] },
    style: '.approved td',
    isProse: true,
  },
  figure: {
    block: figure,
    word: 'Chú',
    other: { image: 'b'.repeat(64), alt: 'Khác', credit: 'Bình', display: 'wide', focus: { x: 30, y: 70 } },
    unseen: { width: 'size of the same bytes', height: 'size of the same bytes' },
    style: '.approved figure',
    isProse: true,
  },
  gallery: {
    block: { type: 'gallery', content: [figure, { ...figure, attrs: { image: 'b'.repeat(64) } }] },
    word: 'Chú',
    other: {},
    style: '.approved .gallery',
    isProse: true,
  },
  attachment: {
    block: {
      type: 'attachment',
      attrs: {
        file: image,
        fileName: 'quyet-dinh.pdf',
        mediaType: 'application/pdf',
        sizeBytes: 9,
        label: 'Tệp',
      },
    },
    word: 'Tệp',
    other: { file: 'b'.repeat(64), fileName: 'khac.pdf', sizeBytes: 9_000, label: 'Khác' },
    unseen: { mediaType: 'follows from the file' },
    style: '.approved .attachment',
    isProse: false,
  },
  poll: {
    block: {
      type: 'poll',
      attrs: { question: 'Nên không' },
      content: [words('pollChoice', 'nên', { choice: 'a' })],
    },
    word: 'Nên không',
    other: { question: 'Khác', opensAt: '2026-11-20T00:00:00.000Z', closesAt: '2026-11-21T00:00:00.000Z' },
    style: '.approved .poll',
    isProse: false,
  },
  pollChoice: {
    block: { type: 'poll', content: [words('pollChoice', 'chọn', { choice: 'a' })] },
    word: 'chọn',
    other: { choice: 'z' },
    style: '.poll label',
    isProse: true,
  },
  schedule: {
    block: { type: 'schedule', attrs: { rows: [row0] } },
    word: 'Giao ban',
    other: { rows: [{ ...row0, place: 'Tầng 3' }] },
    style: '.approved .schedule',
    isProse: false,
  },
  text: { block: p('chữ'), word: 'chữ', other: {}, style: null, isProse: true },
  hardBreak: {
    block: { type: 'paragraph', content: [text('trên'), { type: 'hardBreak' }, text('dưới')] },
    word: 'trên\ndưới',
    other: {},
    style: null,
    isProse: true,
  },
}

const styles = ['article', 'polls', 'lists', 'frame', 'base']
  .map(name => readFileSync(join('main/portal/pages/styles', `${name}.css`), 'utf8'))
  .join('\n')

const document = ({ block }: Sample) =>
  parse(article({ headline: 'Đầu', lead: 'Sapo' }, p('trước'), ...(block === null ? [] : [block]), p('sau')))

describe.each(Object.entries(samples) as [NodeName, Sample][])('the node %s', (name, sample) => {
  const doc = document(sample)
  const id = articleId.parse(idOf('bai'))

  it('stands in its own sample', () => {
    let stands = name === 'doc'
    doc.descendants(node => {
      stands ||= node.type.name === name
    })
    expect(stands).toBe(true)
    expect(checkDocument(doc.toJSON()).ok).toBe(true)
  })

  it('has HTML with its words, and a style on the portal’s page', () => {
    const html = toHtml(doc)
    for (const line of sample.word?.split('\n') ?? []) expect(html).toContain(line)
    if (sample.style !== null) expect(styles).toMatch(new RegExp(`(^|[,\\s])${sample.style}[\\s,{:]`, 'm'))
  })

  it('gives its words to text, search and proofreader', () => {
    if (sample.word === null) return
    expect(documentText(doc)).toContain(sample.word)
    expect(passagesOf(doc).map(passage => passage.text)).toContainEqual(expect.stringContaining(sample.word))
    if (sample.isProse)
      expect(
        textBlocks(doc)
          .map(block => block.text)
          .join('|'),
      ).toContain(sample.word)
  })

  it('has one canonical form, which is frozen and read again', () => {
    expect(canonicalDocument(canonicalDocument(doc)).toJSON()).toEqual(canonicalDocument(doc).toJSON())
    const frozen = JSON.parse(revisionText(id, doc))
    const read = parse(frozen.document)
    expect(read.toJSON()).toEqual(canonicalDocument(doc).toJSON())
    expect(frozen.schema).toBe(Number('since' in nodeSpecs[name] ? nodeSpecs[name].since : 1))
  })

  it('changes the revision and shows in a comparison with every attribute it has', () => {
    const attrs = Object.keys(schema.nodes[name].spec.attrs ?? {})
    const told = [...Object.keys(sample.other), ...Object.keys(sample.unseen ?? {})]
    // The fields of an article are the business of the registry of kinds.
    if (name !== 'doc') expect(told.sort()).toEqual(attrs.sort())
    for (const [attribute, value] of Object.entries(sample.other)) {
      const changed = new Transform(doc)
      doc.descendants((node, position) => {
        if (node.type.name === name && changed.steps.length === 0)
          changed.setNodeAttribute(position, attribute, value)
      })
      expect(revisionText(id, changed.doc), attribute).not.toBe(revisionText(id, doc))
      const { blocks } = compareDocuments(doc, changed.doc)
      expect(
        blocks.some(({ change }) => change !== 'same'),
        `${name}.${attribute} in a comparison`,
      ).toBe(true)
    }
  })

  it('can be suggested to come and to go', () => {
    if (sample.block === null) return
    const without = document({ ...sample, block: null })
    const stamp = { id: 's', by: idOf('lan'), at: '2026-11-23T00:00:00.000Z' }
    for (const [from, to] of [
      [without, doc],
      [doc, without],
    ] as const) {
      const direct = new Transform(from).replaceWith(0, from.content.size, to.content)
      const suggested = new Transform(from)
      suggestChanges(suggested, direct.docs.length > 0 ? directOf(direct) : never(), stamp)
      expect(withoutSuggestions(suggested.doc).toJSON()).toEqual(from.toJSON())
      expect(accepted(suggested.doc).toJSON()).toEqual(to.toJSON())
    }
  })
})

it('the samples are of the schema that is in force', () => {
  expect(Object.keys(samples).sort()).toEqual(Object.keys(schema.nodes).sort())
})

function directOf({ steps, docs, doc }: Transform) {
  return { steps, docs, doc }
}

function never(): never {
  throw new Error('nothing changed')
}
