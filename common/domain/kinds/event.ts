import { field } from '../field'
import { atBody, atField, type Finding, kindFinding } from '../finding'
import { type Kind, paragraph } from '../kind'
import { attendees, chair, contact, place, startsAt } from './common-fields'
import { nodesOf, readerOf } from './read-document'

export const event: Kind = {
  id: 'event',
  label: { vi: 'Hội nghị, sự kiện', en: 'Event' },
  hint: { vi: 'Hội nghị, tập huấn sắp hoặc đã diễn ra', en: 'A conference or training, before or after' },
  fields: [
    field('eventPhase', 'choice', 'Viết trước hay sau sự kiện', 'Written before or after it', {
      since: 3,
      published: false,
      choices: {
        before: { vi: 'Trước sự kiện (mời, thông tin)', en: 'Before it' },
        after: { vi: 'Sau sự kiện (kết quả)', en: 'After it' },
      },
    }),
    startsAt,
    field('endsAt', 'instant', 'Kết thúc', 'Ends', { since: 3 }),
    place,
    chair,
    attendees,
    field('registration', 'text', 'Đăng ký tham dự', 'Registration', { since: 3 }),
    field('outcome', 'text', 'Kết quả chính', 'Main result', { since: 3 }),
    contact,
  ],
  template: [paragraph()],
  check: document => {
    const read = readerOf(document)
    const [starts, ends, phase] = [read('startsAt'), read('endsAt'), read('eventPhase')]
    const found: Finding[] = []
    if (starts !== null && ends !== null && ends <= starts)
      found.push(
        kindFinding(
          'must',
          'event-ends-early',
          {
            vi: 'Sự kiện kết thúc trước khi bắt đầu. Sửa “Thời gian” hoặc “Kết thúc”.',
            en: 'The event ends before it begins. Mend its times.',
          },
          atField('endsAt'),
        ),
      )
    if (phase === 'before' && (starts === null || read('place') === null))
      found.push(
        kindFinding(
          'must',
          'event-when-where',
          {
            vi: 'Tin về sự kiện sắp diễn ra cần thời gian và địa điểm. Điền ở cột Thông tin.',
            en: 'An event to come needs its time and place.',
          },
          atField(starts === null ? 'startsAt' : 'place'),
        ),
      )
    if (phase === 'after' && nodesOf(document, 'figure').length === 0)
      found.push(
        kindFinding(
          'should',
          'event-picture',
          {
            vi: 'Tin sau sự kiện nên có ít nhất một ảnh.',
            en: 'News of an event that took place should have a picture.',
          },
          atBody,
        ),
      )
    return found
  },
}
