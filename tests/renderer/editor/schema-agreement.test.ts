// @vitest-environment jsdom
import { Editor } from '@tiptap/core'
import type { Schema } from 'prosemirror-model'
import { expect, it } from 'vitest'
import { newDocument } from '#common/document/new-document'
import { schema } from '#common/document/schema'
import { kinds } from '#common/domain/kinds/registry'
import {
  articleExtensions,
  articleSchemaSpec,
} from '#renderer/features/editor/extensions/article-extensions.ts'

const editor = new Editor({
  extensions: articleExtensions(),
  schemaSpec: articleSchemaSpec,
  injectCSS: false,
  content: newDocument(kinds[0] ?? missing()).toJSON(),
})

it('gives the editor the very nodes, marks and attributes of the common schema, in the same order', () => {
  expect(structure(editor.schema)).toEqual(structure(schema))
})

it('takes a new article of every kind and gives the same JSON back', () => {
  for (const kind of kinds) {
    const json = newDocument(kind).toJSON() as Record<string, unknown>
    const document = editor.schema.nodeFromJSON(json)
    document.check()
    expect(document.toJSON()).toEqual(json)
  }
})

it('marks of equal text come in the same order on both sides', () => {
  const build = (from: Schema) =>
    ['superscript', 'underline', 'bold', 'link']
      .map(name => from.mark(name, name === 'link' ? { href: 'https://a.vn/' } : null))
      .reduce(
        (set, mark) => [...mark.addToSet(set)],
        from.text('x').marks as readonly import('prosemirror-model').Mark[],
      )
      .map(mark => mark.type.name)
  expect(build(editor.schema)).toEqual(build(schema))
})

function structure({ spec, topNodeType }: Schema) {
  const nodes: unknown[] = []
  spec.nodes.forEach((name, node) => {
    // What a node is newer than is for frozen texts, which only main makes.
    const { parseDOM: _parse, toDOM: _draw, toText: _text, since: _since, later: _later, ...rest } = node
    nodes.push([name, withoutEmpty(rest)])
  })
  const marks: unknown[] = []
  spec.marks.forEach((name, mark) => {
    const { parseDOM: _parse, toDOM: _draw, ...rest } = mark
    marks.push([name, withoutEmpty(rest)])
  })
  return { top: topNodeType.name, nodes, marks }
}

function withoutEmpty(spec: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(spec).filter(
      ([key, value]) => !(key === 'attrs' && Object.keys(value ?? {}).length === 0),
    ),
  )
}

function missing(): never {
  throw new Error('no kinds')
}
