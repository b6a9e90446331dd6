/** Grounds on which personal data may stay in a public text, as dated data: the law of the day is shown with its source. */
export const legalBases = [
  {
    id: 'consent',
    source: 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 16',
    validFrom: '2026-01-01',
    validTo: null,
    needsNote: false,
  },
  {
    id: 'law',
    source: 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 16',
    validFrom: '2026-01-01',
    validTo: null,
    needsNote: true,
  },
  {
    id: 'official-contact',
    source: 'Luật Tiếp cận thông tin 2016, Điều 17',
    validFrom: '2018-07-01',
    validTo: null,
    needsNote: false,
  },
  { id: 'not-personal', source: '', validFrom: '2018-07-01', validTo: null, needsNote: true },
] as const

export type LegalBasis = (typeof legalBases)[number]['id']
export const legalBasisIds = [
  'consent',
  'law',
  'official-contact',
  'not-personal',
] as const satisfies readonly LegalBasis[]

/** The grounds in force on a day (`YYYY-MM-DD`). */
export function basesOn(day: string): readonly (typeof legalBases)[number][] {
  return legalBases.filter(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo),
  )
}
