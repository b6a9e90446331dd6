import { field } from '../field'
import { heading, type Kind, paragraph, table } from '../kind'
import { documentDate, documentNumber } from './common-fields'

export const budgetDisclosure: Kind = {
  id: 'budget-disclosure',
  label: { vi: 'Công khai ngân sách', en: 'Budget disclosure' },
  hint: {
    vi: 'Số liệu và thuyết minh dự toán, thực hiện, quyết toán',
    en: 'Figures and explanation of budget and execution',
  },
  fields: [
    field('budgetPeriod', 'choice', 'Kỳ công khai', 'Period', {
      required: true,
      choices: {
        draft: { vi: 'Dự toán trình', en: 'Draft budget' },
        decided: { vi: 'Dự toán được quyết định', en: 'Decided budget' },
        'three-months': { vi: '3 tháng', en: 'Three months' },
        'six-months': { vi: '6 tháng', en: 'Six months' },
        'nine-months': { vi: '9 tháng', en: 'Nine months' },
        year: { vi: 'Cả năm', en: 'Year' },
        settlement: { vi: 'Quyết toán', en: 'Settlement' },
      },
    }),
    field('budgetYear', 'number', 'Năm ngân sách', 'Budget year', { required: true }),
    { ...documentNumber, label: { vi: 'Quyết định công bố số', en: 'Decision number' } },
    documentDate,
    field('postedAt', 'text', 'Nơi niêm yết', 'Posted at'),
  ],
  template: [
    paragraph(),
    heading('Số liệu'),
    table(
      ['Nội dung', 'Dự toán năm', 'Thực hiện', 'So với dự toán (%)'],
      ['Tổng thu', '', '', ''],
      ['Tổng chi', '', '', ''],
    ),
    heading('Thuyết minh'),
    paragraph(),
  ],
}
