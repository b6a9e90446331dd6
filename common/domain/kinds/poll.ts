import { atPosition, type Finding, kindFinding } from '../finding'
import { type Kind, paragraph } from '../kind'
import { nodesOf } from './read-document'

const questionCharacters = 150

export const poll: Kind = {
  id: 'poll',
  label: { vi: 'Thăm dò ý kiến', en: 'Opinion poll' },
  hint: {
    vi: 'Một câu hỏi, 2–8 lựa chọn, có ngày mở và đóng',
    en: 'One question, 2–8 choices, opening and closing dates',
  },
  fields: [],
  template: [
    paragraph(),
    {
      type: 'poll',
      content: [
        { type: 'pollChoice', attrs: { choice: 'a' } },
        { type: 'pollChoice', attrs: { choice: 'b' } },
      ],
    },
  ],
  check: document => {
    const [poll] = nodesOf(document, 'poll')
    if (poll === undefined) return []
    const { question, opensAt, closesAt } = poll.node.attrs
    const place = atPosition(poll.position)
    const found: Finding[] = []
    if (closesAt === null)
      found.push(
        kindFinding(
          'should',
          'poll-closes',
          {
            vi: 'Thăm dò chưa có ngày đóng. Bấm vào thăm dò và chọn “Đóng lúc”.',
            en: 'The poll has no closing date. Click it and choose when it closes.',
          },
          place,
        ),
      )
    if (typeof opensAt === 'string' && typeof closesAt === 'string' && closesAt <= opensAt)
      found.push(
        kindFinding(
          'must',
          'poll-order',
          {
            vi: 'Thăm dò đóng trước khi mở. Sửa hai thời điểm này.',
            en: 'The poll closes before it opens. Mend both times.',
          },
          place,
        ),
      )
    if (String(question).length > questionCharacters)
      found.push(
        kindFinding(
          'should',
          'poll-question-long',
          {
            vi: `Câu hỏi dài ${String(question).length} ký tự. Nên hỏi gọn trong ${questionCharacters} ký tự.`,
            en: `The question has ${String(question).length} characters; ${questionCharacters} are enough.`,
          },
          place,
        ),
      )
    return found
  },
}
