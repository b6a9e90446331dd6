import { field } from '../field'
import { type Kind, paragraph } from '../kind'
import { audience } from './common-fields'

export const guide: Kind = {
  id: 'guide',
  label: { vi: 'Hướng dẫn', en: 'Guide' },
  hint: { vi: 'Hướng dẫn người dân làm theo từng bước', en: 'Steps that residents can follow' },
  fields: [audience, field('checkedOn', 'date', 'Kiểm tra lại ngày', 'Checked on')],
  template: [paragraph(), { type: 'orderedList', content: [{ type: 'listItem', content: [paragraph()] }] }],
}
