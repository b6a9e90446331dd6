import { field } from '../field'
import { type Kind, paragraph } from '../kind'

export const anniversary: Kind = {
  id: 'anniversary',
  label: { vi: 'Kỷ niệm', en: 'Anniversary' },
  hint: {
    vi: 'Bài kỷ niệm ngày truyền thống, ngày thành lập',
    en: 'An anniversary of a founding or a tradition',
  },
  fields: [
    field('foundedOn', 'date', 'Ngày thành lập', 'Founded on'),
    field('commemoratedOn', 'date', 'Ngày kỷ niệm', 'Commemorated on'),
  ],
  template: [paragraph()],
}
