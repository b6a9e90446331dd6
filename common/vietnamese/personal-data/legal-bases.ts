export const legalBasisIds = ['consent', 'law', 'official-contact', 'not-personal'] as const
export type LegalBasis = (typeof legalBasisIds)[number]

interface DatedBasis {
  readonly id: LegalBasis
  /** The provision, as cited on screen; empty where none is needed. */
  readonly source: string
  readonly validFrom: string
  readonly validTo: string | null
  /** The person has to name the document or say why. */
  readonly needsNote: boolean
}

/** Grounds on which personal data may stay in a public text: dated data, so that a new law is a new row. */
const legalBases: readonly DatedBasis[] = [
  {
    id: 'consent',
    source: 'Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, Điều 16',
    validFrom: '2026-01-01',
    validTo: null,
    needsNote: false,
  },
  {
    id: 'law',
    source: 'Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, Điều 16',
    validFrom: '2026-01-01',
    validTo: null,
    needsNote: true,
  },
  {
    id: 'official-contact',
    source: 'Luật Tiếp cận thông tin số 104/2016/QH13',
    validFrom: '2018-07-01',
    validTo: null,
    needsNote: false,
  },
  { id: 'not-personal', source: '', validFrom: '2018-07-01', validTo: null, needsNote: true },
]

/** The grounds in force on a day (`YYYY-MM-DD`). */
export function basesOn(day: string): readonly DatedBasis[] {
  return legalBases.filter(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo),
  )
}
