import type { Node } from 'prosemirror-model'
import { field } from '../field'
import { atBody, atField, atPosition, type Finding, kindFinding } from '../finding'
import { type Kind, procedureSection } from '../kind'
import { type ProcedurePart, procedurePartIds, procedureParts, procedurePartTitle } from '../procedure-part'
import { arrangeSections, partNamed } from './arrange-sections'
import { audience, documentDate, documentNumber } from './common-fields'
import { headlineOf, isEmptyBlock, nodesOf, readerOf, sectionsOf } from './read-document'

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
  template: procedureParts
    .filter(({ id }) => id !== 'forms' && id !== 'conditions')
    .map(({ id }) => procedureSection(id)),
  arrange: arrangeSections,
  check: document => {
    const read = readerOf(document)
    const found: Finding[] = []
    // An abolished procedure has nothing left to follow.
    if (read('procedureStatus') !== 'abolished') found.push(...checkParts(partsOf(document)))
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

interface PresentPart {
  readonly part: ProcedurePart
  readonly isEmpty: boolean
  /** Where its text begins. */
  readonly position: number
  /** A heading with text below it, as articles had before parts were structure. */
  readonly isPlain: boolean
}

function checkParts(present: readonly PresentPart[]): readonly Finding[] {
  const found: Finding[] = []
  for (const { id, label, isObligatory } of procedureParts) {
    const [first, second] = present.filter(({ part }) => part === id)
    if (isObligatory && (first === undefined || first.isEmpty))
      found.push(
        kindFinding(
          'must',
          'procedure-section',
          {
            vi: `Thủ tục ${first === undefined ? 'thiếu mục' : 'có mục còn trống:'} “${label.vi}”. Viết mục này rồi chuyển duyệt.`,
            en: `The section “${label.vi}” is ${first === undefined ? 'missing' : 'empty'}.`,
          },
          first === undefined ? atBody : atPosition(first.position),
        ),
      )
    else if (first?.isEmpty)
      found.push(
        kindFinding(
          'should',
          'procedure-optional',
          {
            vi: `Mục “${label.vi}” còn trống. Viết mục này, hoặc xóa đi nếu thủ tục không có.`,
            en: `The section “${label.vi}” is empty; remove it if the procedure has none.`,
          },
          atPosition(first.position),
        ),
      )
    if (second !== undefined)
      found.push(
        kindFinding(
          'should',
          'procedure-twice',
          {
            vi: `Mục “${label.vi}” có hai lần. Gộp vào một mục để bạn đọc không bỏ sót.`,
            en: `The section “${label.vi}” stands twice; make it one.`,
          },
          atPosition(second.position),
        ),
      )
  }
  const order = present.map(({ part }) => procedurePartIds.indexOf(part))
  const displaced = present[order.findIndex((place, index) => index > 0 && place < (order[index - 1] ?? 0))]
  if (displaced !== undefined)
    found.push(
      kindFinding(
        'should',
        'procedure-order',
        {
          vi: `Mục “${procedurePartTitle(displaced.part)}” đứng sai thứ tự. Thứ tự thường dùng: ${procedureParts.map(({ label }) => label.vi).join(' – ')}.`,
          en: `The section “${procedurePartTitle(displaced.part)}” is out of the usual order.`,
        },
        atPosition(displaced.position),
      ),
    )
  const plain = present.find(({ isPlain }) => isPlain)
  if (plain !== undefined)
    found.push(
      kindFinding(
        'should',
        'procedure-plain',
        {
          vi: 'Các mục đang là đề mục thường. Chọn “Chèn thêm”, “Xếp theo mẫu” để thành các mục của thủ tục.',
          en: 'The sections are plain headings. “Insert more”, “Arrange as the template” makes them parts of the procedure.',
        },
        atPosition(plain.position),
      ),
    )
  return found
}

function partsOf(document: Node): readonly PresentPart[] {
  const plain = sectionsOf(document).flatMap(({ title, isEmpty, position }) => {
    const part = partNamed(title)
    return part === null ? [] : [{ part, isEmpty, position: position + 1, isPlain: true }]
  })
  const parts = nodesOf(document, 'procedureSection').flatMap(({ node, position }) => {
    const part = procedurePartIds.find(id => id === node.attrs.part)
    return part === undefined
      ? []
      : [{ part, isEmpty: isEmptyBlock(node), position: position + 2, isPlain: false }]
  })
  return [...plain, ...parts].sort((a, b) => a.position - b.position)
}
