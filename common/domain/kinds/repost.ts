import { field } from '../field'
import { atField, kindFinding } from '../finding'
import { type Kind, paragraph } from '../kind'
import { readerOf } from './read-document'

const demanded = [
  ['must', 'sourceName', 'tên báo, trang gốc (“Nguồn”)', 'the name of the source'],
  ['must', 'sourceUrl', 'địa chỉ bài gốc (“Địa chỉ nguồn”)', 'the address of the original'],
  ['should', 'originalAuthor', 'tác giả gốc', 'its author'],
  ['should', 'originalDate', 'ngày đăng gốc', 'the day it was published'],
  ['should', 'rights', 'quyền sử dụng (được phép theo văn bản, thỏa thuận nào)', 'by what right it is used'],
] as const

export const repost: Kind = {
  id: 'repost',
  label: { vi: 'Đăng lại', en: 'Repost' },
  hint: {
    vi: 'Đăng lại bài của báo, trang khác, ghi đủ nguồn',
    en: 'An article of another site with its full source',
  },
  fields: [
    field('originalAuthor', 'text', 'Tác giả gốc', 'Original author'),
    field('originalDate', 'date', 'Ngày đăng gốc', 'Originally published on'),
    field('rights', 'text', 'Quyền sử dụng', 'Rights', { published: false }),
  ],
  template: [paragraph()],
  check: document => {
    const read = readerOf(document)
    return demanded.flatMap(([level, key, vi, en]) =>
      read(key) === null
        ? [
            kindFinding(
              level,
              `repost-${key}`,
              {
                vi: `Bài đăng lại ${level === 'must' ? 'phải' : 'nên'} ghi ${vi}.`,
                en: `A repost needs ${en}.`,
              },
              atField(key),
            ),
          ]
        : [],
    )
  },
}
