/** What the gate looks for (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, in force 01/01/2026). */
export const personalDataKinds = [
  'identity-number',
  'phone',
  'bank-account',
  'birth-date',
  'address',
  'insurance-code',
  'health',
  'vehicle-plate',
  'private-mail',
] as const
export type PersonalDataKind = (typeof personalDataKinds)[number]

/** One piece of personal data in a text; offsets as in proofreading. */
export interface PersonalDatum {
  readonly kind: PersonalDataKind
  readonly block: number
  readonly from: number
  readonly to: number
  readonly text: string
  /** What may stand there instead. */
  readonly masked: string
}

/** A stretch of text; `column` is the head of the table's column a cell stands in. */
export interface PersonalDataBlock {
  readonly text: string
  readonly column: string | null
}
