import type { Node } from 'prosemirror-model'
import { field } from '../field'
import { atBody, atPosition, type Finding, kindFinding } from '../finding'
import { heading, type Kind, paragraph, steps } from '../kind'
import { audience } from './common-fields'
import { nodesOf, readerOf } from './read-document'

export const guide: Kind = {
  id: 'guide',
  label: { vi: 'Hướng dẫn', en: 'Guide' },
  hint: { vi: 'Hướng dẫn người dân làm theo từng bước', en: 'Steps that residents can follow' },
  fields: [
    audience,
    field('needed', 'text', 'Cần chuẩn bị', 'What is needed', { since: 3 }),
    field('checkedOn', 'date', 'Kiểm tra lại ngày', 'Checked on'),
  ],
  template: [paragraph(), heading('Các bước thực hiện'), steps(3), heading('Lưu ý, cảnh báo'), paragraph()],
  check: document => {
    const list = nodesOf(document, 'orderedList')[0]
    if (list === undefined)
      return [
        kindFinding(
          'must',
          'guide-steps',
          {
            vi: 'Hướng dẫn cần các bước được đánh số. Chọn “Danh sách số” rồi viết mỗi bước một việc.',
            en: 'A guide needs numbered steps, one action each.',
          },
          atBody,
        ),
      ]
    const found: Finding[] = []
    list.node.forEach((step, offset, index) => {
      const place = atPosition(list.position + offset + 3)
      const text = step.firstChild?.textContent.trim() ?? ''
      if (text === '')
        found.push(
          kindFinding(
            'must',
            'guide-step-empty',
            {
              vi: `Bước ${index + 1} còn trống. Viết việc cần làm, hoặc xóa bước này.`,
              en: `Step ${index + 1} is empty.`,
            },
            place,
          ),
        )
      else if (sentences(text) > 2)
        found.push(
          kindFinding(
            'should',
            'guide-step-long',
            {
              vi: `Bước ${index + 1} có nhiều việc. Mỗi bước nên chỉ một việc; tách thành các bước nhỏ.`,
              en: `Step ${index + 1} holds several actions; one a step is easier to follow.`,
            },
            place,
          ),
        )
    })
    if (!warns(document))
      found.push(
        kindFinding(
          'should',
          'guide-warning',
          {
            vi: 'Nên có phần lưu ý, cảnh báo (lừa đảo, mất dữ liệu, nhập sai) cho người làm theo.',
            en: 'Say what to beware of: fraud, lost data, wrong entries.',
          },
          atBody,
        ),
      )
    if (readerOf(document)('checkedOn') === null)
      found.push(
        kindFinding(
          'should',
          'guide-checked',
          {
            vi: 'Nên ghi ngày kiểm tra lại: trang web và ứng dụng thường đổi giao diện.',
            en: 'Say when the steps were last checked: sites and applications change.',
          },
          { kind: 'field', field: 'checkedOn' },
        ),
      )
    return found
  },
}

function sentences(text: string): number {
  return text.split(/[.!?](?=\s+\p{Lu})/u).length
}

function warns(document: Node): boolean {
  return /lưu ý|chú ý|cảnh báo|cảnh giác|không cung cấp|tuyệt đối|không bấm|không cài/iu.test(
    document.textContent,
  )
}
