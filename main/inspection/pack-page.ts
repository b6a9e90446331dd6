import { standalonePage } from '#main/core/standalone-page'
import baseStyle from '../reader-page/base-page.css?raw'
import script from '../reader-page/inspection-page?classic-script'
import style from '../reader-page/inspection-page.css?raw'

export interface PackPageData {
  readonly title: string
  /** Compact JWS; empty for the shell that the manifest names. */
  readonly manifest: string
  /** JSON without `<`; empty for the shell. */
  readonly facts: string
}

/** The page of a pack: any browser opens it from the disk; nothing in it reaches for a network. */
export function packPage({ title, manifest, facts }: PackPageData): string {
  return standalonePage({
    title,
    script,
    style: baseStyle + style,
    images: "'self' file: data:",
    withoutScript: 'Cần bật JavaScript để xem và kiểm tra hồ sơ. Không có JavaScript: đọc HUONG-DAN.txt.',
    data: `<script type="application/jose" id="toa-soan-manifest">${manifest}</script>
<script type="application/json" id="toa-soan-facts">${facts}</script>`,
  })
}
