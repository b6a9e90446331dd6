import { atField, type Finding, kindFinding } from '../finding'
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
import { readerOf } from './read-document'

export const announcement: Kind = {
  id: 'announcement',
  label: { vi: 'Thông báo', en: 'Announcement' },
  hint: {
    vi: 'Thông báo tới người dân, kèm văn bản đã ký',
    en: 'A notice to residents with its signed document',
  },
  fields: [documentNumber, documentDate, signer, audience, startsAt, place, contact, effectiveUntil],
  template: [paragraph()],
  check: document => {
    const read = readerOf(document)
    const [number, date, until] = [read('documentNumber'), read('documentDate'), read('effectiveUntil')]
    const found: Finding[] = []
    if (date !== null && until !== null && until < date)
      found.push(
        kindFinding(
          'must',
          'announcement-ends-early',
          {
            vi: 'Thông báo hết hiệu lực trước ngày ban hành. Sửa “Ngày ban hành” hoặc “Hiệu lực đến”.',
            en: 'The notice ends before it is issued. Mend “Date of issue” or “Effective until”.',
          },
          atField('effectiveUntil'),
        ),
      )
    if (number !== null && (date === null || read('signer') === null))
      found.push(
        kindFinding(
          'should',
          'announcement-unsigned',
          {
            vi: 'Đã ghi số, ký hiệu văn bản nhưng thiếu ngày ban hành hoặc người ký. Điền cho đủ.',
            en: 'A document number stands without its date or signer. Fill in both.',
          },
          atField(date === null ? 'documentDate' : 'signer'),
        ),
      )
    if (read('contact') === null)
      found.push(
        kindFinding(
          'should',
          'announcement-contact',
          {
            vi: 'Nên ghi nơi liên hệ (bộ phận, số điện thoại công vụ) để người dân hỏi lại.',
            en: 'Say whom residents may ask (office, official telephone).',
          },
          atField('contact'),
        ),
      )
    return found
  },
}
