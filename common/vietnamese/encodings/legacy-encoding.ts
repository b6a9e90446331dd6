/** How a text was written before Unicode: with which fonts, or for VIQR with plain ASCII marks. */
export const legacyEncodings = ['tcvn3', 'vni', 'viqr'] as const
export type LegacyEncoding = (typeof legacyEncodings)[number]

/** A stretch of text in one font; the font is a hint only, files lie about it in both directions. */
export interface TextRun {
  readonly text: string
  /** Family name as the file gives it: `.VnTimeH`, `VNI-Times`. */
  readonly font?: string | undefined
}

/** The runs of one paragraph, heading or table cell. */
export type TextBlock = readonly TextRun[]
