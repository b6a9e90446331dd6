import { describe, expect, it } from 'vitest'
import { schema } from '#common/document/schema'
import { passagesOf } from '#main/search/passages'

const text = (value: string) => ({ type: 'text', text: value })

describe('what of an article is searched', () => {
  it('is every word a reader or an editor sees, the weightiest first', () => {
    const document = schema.nodeFromJSON({
      type: 'doc',
      attrs: { kind: 'news', category: 'tin-tuc' },
      content: [
        { type: 'headline', content: [text('Tiêu đề')] },
        { type: 'lead', content: [text('Sapo')] },
        { type: 'paragraph', content: [text('Một'), { type: 'hardBreak' }, text('hai')] },
        {
          type: 'figure',
          attrs: { image: 'a'.repeat(64), alt: 'mô tả', credit: 'Ảnh: Lan' },
          content: [text('chú thích')],
        },
        {
          type: 'bulletList',
          content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [text('mục')] }] }],
        },
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: [{ type: 'tableCell', content: [{ type: 'paragraph', content: [text('ô')] }] }],
            },
          ],
        },
        {
          type: 'poll',
          attrs: { question: 'Hỏi gì?' },
          content: [{ type: 'pollChoice', attrs: { choice: 'a' }, content: [text('chọn')] }],
        },
        {
          type: 'attachment',
          attrs: {
            file: 'b'.repeat(64),
            fileName: 'QD-45.pdf',
            mediaType: 'application/pdf',
            sizeBytes: 3,
            label: 'Quyết định',
          },
        },
      ],
    })
    expect(passagesOf(document)).toEqual([
      { part: 'headline', text: 'Tiêu đề' },
      { part: 'lead', text: 'Sapo' },
      { part: 'body', text: 'Một\nhai' },
      { part: 'body', text: 'mục' },
      { part: 'body', text: 'ô' },
      { part: 'body', text: 'Hỏi gì?' },
      { part: 'body', text: 'chọn' },
      { part: 'files', text: 'chú thích' },
      { part: 'files', text: 'mô tả' },
      { part: 'files', text: 'Ảnh: Lan' },
      { part: 'files', text: 'Quyết định' },
      { part: 'files', text: 'QD-45.pdf' },
    ])
  })
})
