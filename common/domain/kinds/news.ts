import { type Kind, paragraph } from '../kind'
import { chair, place, startsAt } from './common-fields'

export const news: Kind = {
  id: 'news',
  label: { vi: 'Tin tức', en: 'News' },
  hint: { vi: 'Việc đã diễn ra: ai, việc gì, khi nào, ở đâu', en: 'What happened: who, what, when, where' },
  fields: [
    { ...startsAt, published: false },
    { ...place, published: false },
    { ...chair, published: false },
  ],
  template: [paragraph()],
}
