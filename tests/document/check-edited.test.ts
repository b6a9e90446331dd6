import fc from 'fast-check'
import { Fragment, type Node } from 'prosemirror-model'
import { Step } from 'prosemirror-transform'
import { describe, expect, it } from 'vitest'
import { checkNode, measure } from '#common/document/check'
import { checkEdited } from '#common/document/check-edited'
import { limits } from '#common/document/limits'
import { schema } from '#common/document/schema'
import { article, figure, p, text } from '#tests/support/documents'

const hash = (number: number) => number.toString(16).padStart(64, '0')
const nodeOf = (...blocks: Parameters<typeof article>[1][]) => schema.nodeFromJSON(article({}, ...blocks))
/** Both checks in an order that lets the quick one remember blocks of an earlier document. */
const verdicts = (node: Node) => ({ edited: checkEdited(node), whole: checkNode(node) })

const stretch = fc.tuple(fc.nat(60), fc.nat(6))
const content = fc.constantFrom(
  [text('Cẩm Yên')],
  [text('đ', { type: 'bold' })],
  [p('một'), p('hai')],
  [figure(hash(1), 'Ảnh')],
  [{ type: 'heading', attrs: { level: 7 } }],
  [{ type: 'headline' }],
  [],
)
const anyStep = fc.oneof(
  fc.tuple(stretch, content).map(([[from, length], nodes]) => ({
    stepType: 'replace',
    from,
    to: from + length,
    ...(nodes.length === 0 ? {} : { slice: { content: nodes } }),
  })),
  fc
    .tuple(fc.nat(60), fc.constantFrom('level', 'image', 'alt'), fc.constantFrom(2, 9, hash(2), 'x', null))
    .map(([pos, attr, value]) => ({ stepType: 'attr', pos, attr, value })),
  fc
    .tuple(
      fc.constantFrom('documentDate', 'kind', 'category'),
      fc.constantFrom('2026-01-02', '2026-13-40', 5, null),
    )
    .map(([attr, value]) => ({ stepType: 'docAttr', attr, value })),
)

function sizeOf(node: Node) {
  const size = measure(node.toJSON())
  if (typeof size === 'string') throw new RangeError(size)
  return size
}

function ofCharacters(characters: number): Node {
  const missing = characters - sizeOf(nodeOf(p('x'))).characters
  return nodeOf(p('x'.repeat(missing + 1)))
}

function ofParts(parts: number): Node {
  // An empty paragraph is two parts, one with a bold word nine; the node is made without spreading so many arguments.
  const missing = parts - sizeOf(nodeOf()).parts
  const base = nodeOf(...(missing % 2 === 1 ? [p(text('x', { type: 'bold' }))] : [{ type: 'paragraph' }]))
  const pairs = (parts - sizeOf(base).parts) / 2
  const empty = Array.from({ length: pairs }, () => schema.node('paragraph'))
  return base.copy(base.content.append(Fragment.from(empty)))
}

function nested(quotes: number): Node {
  let block: Parameters<typeof article>[1] = { type: 'paragraph' }
  for (let depth = 0; depth < quotes; depth++) block = { type: 'blockquote', content: [block] }
  return nodeOf(block)
}

function applied(document: Node, json: unknown): Node {
  try {
    return Step.fromJSON(schema, json).apply(document).doc ?? document
  } catch {
    return document
  }
}

/** What no step leads to, as a mistake of ours might: blocks whose content or place the schema forbids. */
const spoilt = [
  schema.nodeFromJSON({ type: 'headline', content: [text('x', { type: 'bold' })] }),
  schema.nodeFromJSON({ type: 'bulletList' }),
  schema.nodeFromJSON({ type: 'lead' }),
]
const spoil = fc.record({ child: fc.nat(6), by: fc.constantFrom(...spoilt) })

function spoiled(document: Node, { child, by }: { readonly child: number; readonly by: Node }): Node {
  return child < document.childCount ? document.copy(document.content.replaceChild(child, by)) : document
}

describe('the check of an edited document', () => {
  it('says what the check of the whole says, whatever was done to it', () => {
    let [taken, refused] = [0, 0]
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 9, arbitrary: anyStep }, { weight: 1, arbitrary: spoil }), {
          maxLength: 12,
        }),
        changes => {
          let document = nodeOf(
            p('Hội nghị'),
            { type: 'heading', attrs: { level: 2 } },
            figure(hash(3), 'Ảnh'),
            p(),
          )
          for (const change of changes) {
            // What is refused goes on too: what a bad block left behind must not be taken for good.
            document = 'child' in change ? spoiled(document, change) : applied(document, change)
            const { edited, whole } = verdicts(document)
            expect(edited).toEqual(whole)
            if (whole === null) taken++
            else refused++
          }
        },
      ),
      { numRuns: 200 },
    )
    expect(taken).toBeGreaterThan(50)
    expect(refused).toBeGreaterThan(50)
  })

  const bounds: readonly (readonly [string, (over: number) => Node, string])[] = [
    [
      'pictures',
      over => nodeOf(...Array.from({ length: limits.blobs + over }, (_, number) => figure(hash(number), ''))),
      'too many pictures and files',
    ],
    ['characters', over => ofCharacters(limits.jsonCharacters + over), 'too long'],
    ['parts', over => ofParts(limits.nodes * 4 + over), 'too many parts'],
    // The innermost paragraph's name lies three values below the innermost quote's list.
    ['depth', over => nested(limits.depth - 2 + over), 'too deep'],
  ]
  it.each(bounds)('knows the same bound of %s', (_what, make, reason) => {
    const [within, beyond] = [verdicts(make(0)), verdicts(make(1))]
    expect(within).toEqual({ edited: null, whole: null })
    expect(beyond.edited).toEqual(beyond.whole)
    expect(beyond.whole?.params.reason).toBe(reason)
  })

  it('does not read again what a step left as it was', () => {
    const document = nodeOf(...Array.from({ length: 200 }, () => p('Thôn Vĩnh Lộc')))
    expect(checkEdited(document)).toBeNull()
    const read: string[] = []
    const spied = document.children.map(block => Object.assign(block, { toJSON: () => read.push('block') }))
    expect(spied).toHaveLength(202)
    const step = { stepType: 'replace', from: 1, to: 1, slice: { content: [text('ă')] } }
    expect(checkEdited(applied(document, step))).toBeNull()
    expect(read).toEqual([])
  })
})
