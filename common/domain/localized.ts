/** A short text in both languages of the product, for data that carries its own names. */
export interface Localized {
  readonly vi: string
  readonly en: string
}
