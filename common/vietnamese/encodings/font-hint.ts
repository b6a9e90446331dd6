export interface FontHint {
  readonly encoding: 'tcvn3' | 'vni' | null
  /** The font draws lower-case codes as capitals: `.VnTimeH`. */
  readonly capitals: boolean
}

/** What a font's name says of the encoding of its text: `.Vn…` and `.VN…` TCVN3, `VNI-…` VNI-Windows. */
export function fontHint(font: string | undefined): FontHint {
  const name = font?.trim().replace(/^["']|["']$/g, '') ?? ''
  if (/^\.vn/i.test(name)) return { encoding: 'tcvn3', capitals: /H$/.test(name) }
  return { encoding: /^vni[- ]/i.test(name) ? 'vni' : null, capitals: false }
}
