import { type Kind, paragraph } from '../kind'
import {
  audience,
  contact,
  documentDate,
  documentNumber,
  effectiveUntil,
  place,
  signer,
  startsAt,
} from './common-fields'

export const announcement: Kind = {
  id: 'announcement',
  label: { vi: 'Thông báo', en: 'Announcement' },
  hint: {
    vi: 'Thông báo tới người dân, kèm văn bản đã ký',
    en: 'A notice to residents with its signed document',
  },
  fields: [documentNumber, documentDate, signer, audience, startsAt, place, contact, effectiveUntil],
  template: [paragraph()],
}
