import { type Kind, table } from '../kind'
import { periodFrom, periodTo } from './common-fields'

export const leadershipSchedule: Kind = {
  id: 'leadership-schedule',
  label: { vi: 'Lịch làm việc', en: 'Leadership schedule' },
  hint: { vi: 'Lịch làm việc của lãnh đạo theo tuần', en: 'Weekly schedule of the leadership' },
  fields: [
    { ...periodFrom, required: true },
    { ...periodTo, required: true },
  ],
  template: [
    table(
      ['Ngày', 'Thời gian', 'Nội dung công việc', 'Địa điểm', 'Chủ trì, thành phần'],
      ['', '', '', '', ''],
    ),
  ],
}
