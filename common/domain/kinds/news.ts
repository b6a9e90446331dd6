import { atField, kindFinding } from '../finding'
import { type Kind, paragraph } from '../kind'
import { attendees, chair, place, startsAt } from './common-fields'
import { readerOf } from './read-document'

export const news: Kind = {
  id: 'news',
  label: { vi: 'Tin tức', en: 'News' },
  hint: { vi: 'Việc đã diễn ra: ai, việc gì, khi nào, ở đâu', en: 'What happened: who, what, when, where' },
  fields: [
    { ...startsAt, published: false },
    { ...place, published: false },
    { ...chair, published: false },
    { ...attendees, published: false },
  ],
  template: [paragraph()],
  check: document => {
    const read = readerOf(document)
    return [
      ...(read('chair') !== null && read('startsAt') === null
        ? [
            kindFinding(
              'should',
              'news-when',
              {
                vi: 'Tin nêu người chủ trì nhưng chưa ghi thời gian diễn ra. Điền “Thời gian” để người đọc và kho lưu trữ biết ngày.',
                en: 'The news names who chaired, but not when it was. Fill in “Time”.',
              },
              atField('startsAt'),
            ),
          ]
        : []),
    ]
  },
}
