import { field } from '../field'
import { atField, atHeadline, atPosition, type Finding, kindFinding } from '../finding'
import { type Kind, paragraph } from '../kind'
import { headlineOf, readerOf } from './read-document'

export const anniversary: Kind = {
  id: 'anniversary',
  label: { vi: 'Kỷ niệm', en: 'Anniversary' },
  hint: {
    vi: 'Bài kỷ niệm ngày truyền thống, ngày thành lập',
    en: 'An anniversary of a founding or a tradition',
  },
  fields: [
    field('foundedOn', 'date', 'Ngày thành lập', 'Founded on'),
    field('commemoratedOn', 'date', 'Ngày kỷ niệm', 'Commemorated on'),
    field('historySource', 'text', 'Nguồn tư liệu lịch sử', 'Historical source', {
      since: 3,
      published: false,
    }),
  ],
  template: [paragraph()],
  notes: read => {
    const years = yearsBetween(read('foundedOn'), read('commemoratedOn'))
    return years === null ? [] : [{ vi: `Kỷ niệm ${years} năm.`, en: `${years} years.` }]
  },
  check: document => {
    const read = readerOf(document)
    const [founded, commemorated] = [read('foundedOn'), read('commemoratedOn')]
    if (founded === null || commemorated === null) return []
    const years = yearsBetween(founded, commemorated)
    if (years === null)
      return [
        kindFinding(
          'must',
          'anniversary-order',
          {
            vi: 'Ngày kỷ niệm đứng trước ngày thành lập. Kiểm tra lại hai ngày này.',
            en: 'The anniversary lies before the founding. Look at both days.',
          },
          atField('commemoratedOn'),
        ),
      ]
    const found: Finding[] = []
    const wrongIn = (text: string) =>
      [...text.matchAll(/kỷ niệm(?:\s+lần thứ)?\s+(\d{1,3})\s+năm/giu)].find(
        ([, number]) => Number(number) !== years,
      )
    const words = (said: string | undefined) => ({
      vi: `Bài ghi “kỷ niệm ${said} năm”, nhưng từ ngày thành lập đến ngày kỷ niệm là ${years} năm. Sửa con số hoặc ngày.`,
      en: `The text says ${said} years, but it is ${years} from the founding. Mend the number or the days.`,
    })
    const inHeadline = wrongIn(headlineOf(document))
    if (inHeadline !== undefined)
      found.push(kindFinding('must', 'anniversary-years', words(inHeadline[1]), atHeadline))
    document.forEach((block, offset, index) => {
      const wrong = index === 0 ? undefined : wrongIn(block.textContent)
      if (wrong !== undefined)
        found.push(kindFinding('should', 'anniversary-years', words(wrong[1]), atPosition(offset + 1)))
    })
    if (read('historySource') === null)
      found.push(
        kindFinding(
          'should',
          'anniversary-source',
          {
            vi: 'Nên ghi nguồn tư liệu lịch sử để người duyệt đối chiếu.',
            en: 'Name the historical source, so that the reviewer can compare.',
          },
          atField('historySource'),
        ),
      )
    return found
  },
}

/** Whole years; null when a day is missing or the order is wrong. */
function yearsBetween(founded: string | null, commemorated: string | null): number | null {
  if (founded === null || commemorated === null || commemorated <= founded) return null
  return Number(commemorated.slice(0, 4)) - Number(founded.slice(0, 4))
}
