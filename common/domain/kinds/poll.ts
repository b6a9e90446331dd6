import { type Kind, paragraph } from '../kind'

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
}
