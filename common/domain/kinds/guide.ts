import type { Node } from 'prosemirror-model'
import { field } from '../field'
import { atBody, atPosition, type Finding, kindFinding } from '../finding'
import { heading, type Kind, paragraph, steps } from '../kind'
import { arrangeSteps } from './arrange-steps'
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
  arrange: arrangeSteps,
  check: document => {
    const steps = stepsOf(document)
    if (steps.length === 0)
      return [
        kindFinding(
          'must',
          'guide-steps',
          {
            vi: 'Hướng dẫn cần các bước. Chọn “Chèn thêm”, “Các bước” rồi viết mỗi bước một việc.',
            en: 'A guide needs steps, one action each: choose “Insert more”, “Steps”.',
          },
          atBody,
        ),
      ]
    const found = steps.flatMap(checkStep)
    const list = nodesOf(document, 'orderedList')[0]
    if (list !== undefined && nodesOf(document, 'step').length === 0)
      found.push(
        kindFinding(
          'should',
          'guide-plain-list',
          {
            vi: 'Các bước đang là danh sách đánh số. Chọn “Chèn thêm”, “Xếp theo mẫu” để bạn đọc thấy rõ từng bước.',
            en: 'The steps are a numbered list. “Insert more”, “Arrange as the template” makes them steps.',
          },
          atPosition(list.position + 3),
        ),
      )
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

interface Step {
  /** What to do, in one line. */
  readonly title: string
  readonly hasDetails: boolean
  /** Where its text begins. */
  readonly position: number
}

/** Steps of the article; older articles have them as items of the first numbered list. */
function stepsOf(document: Node): readonly Step[] {
  const steps = nodesOf(document, 'step')
  if (steps.length > 0)
    return steps.map(({ node, position }) => ({
      title: node.firstChild?.textContent.trim() ?? '',
      hasDetails: node.childCount > 1,
      position: position + 2,
    }))
  const list = nodesOf(document, 'orderedList')[0]
  const found: Step[] = []
  list?.node.forEach((item, offset) => {
    const title = item.firstChild?.textContent.trim() ?? ''
    found.push({ title, hasDetails: false, position: list.position + offset + 3 })
  })
  return found
}

function checkStep({ title, hasDetails, position }: Step, index: number): readonly Finding[] {
  const place = atPosition(position)
  if (title === '')
    return [
      kindFinding(
        'must',
        'guide-step-empty',
        {
          vi: hasDetails
            ? `Bước ${index + 1} chưa nói phải làm gì. Viết việc cần làm ở dòng đầu của bước.`
            : `Bước ${index + 1} còn trống. Viết việc cần làm, hoặc xóa bước này.`,
          en: `Step ${index + 1} does not say what to do.`,
        },
        place,
      ),
    ]
  if (sentences(title) <= 2) return []
  return [
    kindFinding(
      'should',
      'guide-step-long',
      {
        vi: `Bước ${index + 1} có nhiều việc. Mỗi bước nên chỉ một việc; tách thành các bước nhỏ.`,
        en: `Step ${index + 1} holds several actions; one a step is easier to follow.`,
      },
      place,
    ),
  ]
}

function sentences(text: string): number {
  return text.split(/[.!?](?=\s+\p{Lu})/u).length
}

function warns(document: Node): boolean {
  return /lưu ý|chú ý|cảnh báo|cảnh giác|không cung cấp|tuyệt đối|không bấm|không cài/iu.test(
    document.textContent,
  )
}
