import { field } from '../field'
import { type Kind, paragraph } from '../kind'
import { chair, contact, place, startsAt } from './common-fields'

export const event: Kind = {
  id: 'event',
  label: { vi: 'Hội nghị, sự kiện', en: 'Event' },
  hint: { vi: 'Hội nghị, tập huấn sắp hoặc đã diễn ra', en: 'A conference or training, before or after' },
  fields: [startsAt, place, chair, field('attendees', 'text', 'Thành phần', 'Attendees'), contact],
  template: [paragraph()],
}
