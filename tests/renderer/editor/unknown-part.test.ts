import { expect, it } from 'vitest'
import { checkDocument } from '#common/document/check'
import { unknownPart } from '#renderer/features/editor/unknown-part.ts'

const documentWith = (block: object) => ({
  type: 'doc',
  content: [{ type: 'headline' }, { type: 'lead' }, block],
})

it.each([
  ['an unknown node', { type: 'carousel' }, 'carousel'],
  [
    'an unknown mark',
    { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'glow' }] }] },
    'glow',
  ],
  ['a value out of range', { type: 'heading', attrs: { level: 9 } }, null],
])('%s is named to the person who opens it', (_name, block, part) => {
  const checked = checkDocument(documentWith(block))
  expect(checked.ok).toBe(false)
  if (!checked.ok) expect(unknownPart(checked.problem.params.reason)).toBe(part)
})
