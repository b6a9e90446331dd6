import { describe, expect, it } from 'vitest'
import { type Field, field } from '#common/domain/field'
import { textOfValue, valueOfText } from '#renderer/features/editor/fields/field-text.ts'

const fields = {
  text: field('a', 'text', 'A', 'A'),
  date: field('a', 'date', 'A', 'A'),
  number: field('a', 'number', 'A', 'A'),
  url: field('a', 'url', 'A', 'A'),
  list: field('a', 'list', 'A', 'A'),
} satisfies Record<string, Field>

type Name = keyof typeof fields

describe('what is typed becomes the value', () => {
  it.each<[Name, string, unknown]>([
    ['text', '  Nhà văn hóa ', 'Nhà văn hóa'],
    ['text', '   ', null],
    ['number', '98,7', '98.7'],
    ['number', '1.525.644', '1525644'],
    ['number', '2026', '2026'],
    ['url', 'baochinhphu.vn/tin', 'https://baochinhphu.vn/tin'],
    ['url', 'http://xa.vn/a?b=1', 'http://xa.vn/a?b=1'],
    ['list', 'kênh,  môi trường;kênh,', ['kênh', 'môi trường']],
  ])('%s: "%s"', (name, typed, value) => {
    expect(valueOfText(fields[name], typed)).toEqual({ ok: true, value })
  })

  it.each<[Name, string]>([
    ['date', '2026-02-30'],
    ['number', 'mười'],
    ['url', 'javascript:alert(1)'],
    ['url', 'hai chữ'],
    ['list', 'x'.repeat(201)],
    ['text', 'x'.repeat(2_001)],
  ])('%s: "%s" is refused with words of its own', (name, typed) => {
    expect(valueOfText(fields[name], typed)).toEqual({ ok: false, problem: `editor.field.wrong.${name}` })
  })
})

it.each<[Name, string]>([
  ['number', '98,7'],
  ['list', 'kênh, môi trường'],
  ['text', 'Chữ'],
])('a stored %s is shown as it was typed', (name, typed) => {
  const read = valueOfText(fields[name], typed)
  expect(textOfValue(fields[name], read.ok ? read.value : null)).toBe(typed)
})
