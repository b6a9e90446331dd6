import type { Node } from 'prosemirror-model'
import { budgetDeadline } from '../budget-deadline'
import { field } from '../field'
import { atBody, atField, atPosition, type Finding, kindFinding } from '../finding'
import { heading, type Kind, paragraph, type ReadField, table } from '../kind'
import { formatDate } from '../vietnam-time'
import { documentDate, documentNumber } from './common-fields'
import { nodesOf, readerOf } from './read-document'

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
    field('postedOn', 'date', 'Ngày niêm yết', 'Posted on', { since: 3 }),
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
  fieldsOn: day => ({ budgetYear: day.slice(0, 4) }),
  usualCategory: ['Công khai ngân sách'],
  notes: read => {
    const due = deadline(read)
    if (due === null) return []
    const day = formatDate(due.day)
    const basis = `${due.rule.source}, ${due.rule.article}`
    const checked = due.rule.verifiedOn
    return [
      {
        vi: `Hạn công khai: ${day} (${basis}${checked === null ? '; quy định chưa được đối chiếu với văn bản gốc' : `; đã kiểm tra ${formatDate(checked)}`}).`,
        en: `Due by ${day} (${basis}${checked === null ? '; the rule has not been held against its text' : ''}).`,
      },
    ]
  },
  check: document => {
    const read = readerOf(document)
    return [...inTime(read), ...withNumber(read), ...agreeing(document), ...withFiles(document, read)]
  },
}

const deadline = (read: ReadField) =>
  budgetDeadline(read('budgetPeriod'), read('budgetYear'), read('documentDate'))

/** Never blocks while nobody has held the rule against its text. */
function inTime(read: ReadField): readonly Finding[] {
  const due = deadline(read)
  const posted = read('postedOn') ?? read('documentDate')
  if (due === null || posted === null || posted <= due.day) return []
  return [
    kindFinding(
      'should',
      'budget-late',
      {
        vi: `Niêm yết ngày ${formatDate(posted)} là sau hạn ${formatDate(due.day)} (${due.rule.source}, ${due.rule.article}). Kiểm tra ngày, hoặc nêu lý do trong thuyết minh.`,
        en: `Posted on ${formatDate(posted)}, after ${formatDate(due.day)} (${due.rule.source}, ${due.rule.article}).`,
      },
      atField('postedOn'),
    ),
  ]
}

function withNumber(read: ReadField): readonly Finding[] {
  const missing = (['documentNumber', 'documentDate'] as const).find(key => read(key) === null)
  if (missing === undefined || read('budgetPeriod') === 'draft') return []
  return [
    kindFinding(
      'must',
      'budget-decision',
      {
        vi: 'Công khai ngân sách cần số và ngày của quyết định công bố. Điền ở cột Thông tin.',
        en: 'A budget disclosure needs the number and date of its decision.',
      },
      atField(missing),
    ),
  ]
}

/** Percentages that the two figures beside them do not give. */
function agreeing(document: Node): readonly Finding[] {
  const wrong: Finding[] = []
  for (const { node, position } of nodesOf(document, 'table')) {
    const heads = node.firstChild?.children.map(cell => cell.textContent.toLowerCase()) ?? []
    const [plan, done, share] = [
      heads.findIndex(head => /^dự toán/.test(head)),
      heads.findIndex(head => /thực hiện|quyết toán/.test(head)),
      heads.findIndex(head => head.includes('%')),
    ]
    if (plan < 0 || done < 0 || share < 0) continue
    node.forEach((row, offset, index) => {
      const figure = (column: number) => readNumber(row.maybeChild(column)?.textContent ?? '')
      const [planned, spent, said] = [figure(plan), figure(done), figure(share)]
      if (index === 0 || planned === null || spent === null || said === null || planned === 0) return
      const right = (spent / planned) * 100
      if (Math.abs(right - said) < 0.06) return
      const name = row.firstChild?.textContent.trim() ?? ''
      wrong.push(
        kindFinding(
          'should',
          'budget-percent',
          {
            vi: `“${name}”: bảng ghi ${write(said)}%, nhưng hai con số bên cạnh cho ${write(right)}%. Kiểm tra lại.`,
            en: `“${name}”: the table says ${said}%, its figures give ${right.toFixed(1)}%.`,
          },
          atPosition(position + 1 + offset + 3),
        ),
      )
    })
  }
  return wrong
}

/** Forms are there, and none names another year than the article. */
function withFiles(document: Node, read: ReadField): readonly Finding[] {
  const files = nodesOf(document, 'attachment')
  if (files.length === 0)
    return [
      kindFinding(
        'should',
        'budget-forms',
        {
          vi: 'Nên đính kèm quyết định công bố và biểu mẫu (PDF, XLSX) để người dân tải về.',
          en: 'Attach the decision and the forms (PDF, XLSX).',
        },
        atBody,
      ),
    ]
  const year = read('budgetYear')
  return files.flatMap(({ node, position }) => {
    const name = `${node.attrs.label} ${node.attrs.fileName}`
    const named: readonly string[] = name.match(/\b20\d{2}\b/g) ?? []
    if (year === null || named.length === 0 || named.includes(year)) return []
    return [
      kindFinding(
        'should',
        'budget-file-year',
        {
          vi: `Tệp “${node.attrs.label || node.attrs.fileName}” ghi năm ${named.join(', ')}, còn bài là ngân sách năm ${year}. Kiểm tra có đính kèm nhầm tệp không.`,
          en: `The file “${node.attrs.label || node.attrs.fileName}” names ${named.join(', ')}, the article ${year}.`,
        },
        atPosition(position),
      ),
    ]
  })
}

/** `22.690,0` as 22690; null for anything else. */
function readNumber(text: string): number | null {
  const digits = text.replace(/[\s%]/g, '')
  if (!/^-?\d{1,3}(\.\d{3})*(,\d+)?$|^-?\d+(,\d+)?$/.test(digits)) return null
  return Number(digits.replaceAll('.', '').replace(',', '.'))
}

const write = (value: number) => value.toFixed(1).replace('.', ',')
