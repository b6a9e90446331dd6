import { field } from '../field'
import { type Kind, paragraph } from '../kind'

export const repost: Kind = {
  id: 'repost',
  label: { vi: 'Đăng lại', en: 'Repost' },
  hint: {
    vi: 'Đăng lại bài của báo, trang khác, ghi đủ nguồn',
    en: 'An article of another site with its full source',
  },
  fields: [
    field('originalAuthor', 'text', 'Tác giả gốc', 'Original author'),
    field('originalDate', 'date', 'Ngày đăng gốc', 'Originally published on'),
    field('rights', 'text', 'Quyền sử dụng', 'Rights', { published: false }),
  ],
  template: [paragraph()],
}
