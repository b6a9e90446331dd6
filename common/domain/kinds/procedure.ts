import { field } from '../field'
import { atBody, atField, atPosition, type Finding, kindFinding } from '../finding'
import { heading, type Kind, paragraph } from '../kind'
import { audience, documentDate, documentNumber } from './common-fields'
import { headlineOf, readerOf, sectionsOf } from './read-document'

/** Parts of a procedure in the order in which the national database shows them. */
const sections: readonly string[] = [
  'Trình tự thực hiện',
  'Cách thức thực hiện',
  'Thành phần hồ sơ',
  'Kết quả',
  'Căn cứ pháp lý',
]
const demanded: readonly string[] = ['Trình tự thực hiện', 'Thành phần hồ sơ', 'Kết quả']

export const procedure: Kind = {
  id: 'procedure',
  label: { vi: 'Thủ tục hành chính', en: 'Administrative procedure' },
  hint: { vi: 'Công bố thủ tục mới, sửa đổi hoặc bãi bỏ', en: 'A new, amended or abolished procedure' },
  fields: [
    field('procedureCode', 'text', 'Mã thủ tục', 'Procedure code'),
    field('procedureArea', 'text', 'Lĩnh vực', 'Area', { required: true }),
    field('agency', 'text', 'Cơ quan thực hiện', 'Agency', { since: 3 }),
    { ...documentNumber, label: { vi: 'Quyết định công bố số', en: 'Decision number' } },
    documentDate,
    field('procedureStatus', 'choice', 'Tình trạng', 'Status', {
      choices: {
        issued: { vi: 'Ban hành mới', en: 'Issued' },
        amended: { vi: 'Sửa đổi, bổ sung', en: 'Amended' },
        abolished: { vi: 'Bãi bỏ', en: 'Abolished' },
      },
    }),
    audience,
    field('processingTime', 'text', 'Thời hạn giải quyết', 'Processing time'),
    field('fee', 'text', 'Phí, lệ phí', 'Fee'),
    field('nationalUrl', 'url', 'Trên Cổng Dịch vụ công quốc gia', 'On the national portal', { since: 3 }),
    field('comparedOn', 'date', 'Đối chiếu với bản công bố ngày', 'Compared with it on', { since: 3 }),
  ],
  template: sections.flatMap(title => [heading(title), paragraph()]),
  check: document => {
    const read = readerOf(document)
    const found: Finding[] = []
    // An abolished procedure has nothing left to follow.
    if (read('procedureStatus') !== 'abolished') found.push(...checkSections(sectionsOf(document)))
    const missing = (['agency', 'processingTime', 'fee'] as const).find(key => read(key) === null)
    if (missing !== undefined && read('procedureStatus') !== 'abolished')
      found.push(
        kindFinding(
          'should',
          'procedure-facts',
          {
            vi: 'Nên ghi đủ cơ quan thực hiện, thời hạn giải quyết và phí, lệ phí (kể cả “Không thu phí”).',
            en: 'State the agency, the processing time and the fee (also when there is none).',
          },
          atField(missing),
        ),
      )
    if (read('nationalUrl') === null && !/nội bộ/iu.test(headlineOf(document)))
      found.push(
        kindFinding(
          'should',
          'procedure-national',
          {
            vi: 'Nên dẫn tới bản công bố trên Cổng Dịch vụ công quốc gia, để người dân xem bản chính thức.',
            en: 'Link to the official version on the national portal.',
          },
          atField('nationalUrl'),
        ),
      )
    return found
  },
}

type Sections = ReturnType<typeof sectionsOf>

function checkSections(present: Sections): readonly Finding[] {
  const found: Finding[] = []
  const known = present.filter(({ title }) => sections.includes(title))
  for (const title of demanded) {
    const section = known.find(one => one.title === title)
    if (section === undefined || section.isEmpty)
      found.push(
        kindFinding(
          'must',
          'procedure-section',
          {
            vi: `Thủ tục ${section === undefined ? 'thiếu mục' : 'có mục còn trống:'} “${title}”. Viết mục này rồi chuyển duyệt.`,
            en: `The section “${title}” is ${section === undefined ? 'missing' : 'empty'}.`,
          },
          section === undefined ? atBody : atPosition(section.position + 1),
        ),
      )
  }
  const order = known.map(({ title }) => sections.indexOf(title))
  const late = order.findIndex((place, index) => index > 0 && place < (order[index - 1] ?? 0))
  const displaced = known[late]
  if (displaced !== undefined)
    found.push(
      kindFinding(
        'should',
        'procedure-order',
        {
          vi: `Mục “${displaced.title}” đứng sai thứ tự. Thứ tự thường dùng: ${sections.join(' – ')}.`,
          en: `The section “${displaced.title}” is out of the usual order.`,
        },
        atPosition(displaced.position + 1),
      ),
    )
  return found
}
