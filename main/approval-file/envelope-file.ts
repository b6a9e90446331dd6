import { type Envelope, envelope } from '#common/domain/approval-file'
import { scriptJson, standalonePage } from '#main/core/standalone-page'
import script from '../reader-page/approval-page?classic-script'
import style from '../reader-page/approval-page.css?raw'
import baseStyle from '../reader-page/base-page.css?raw'

/** Largest file that is written or taken: what one message between window and main may carry. */
export const approvalFileLimitBytes = 14_000_000

const opening = '<script type="application/json" id="toa-soan-data">'
const closing = '</script>'

/** The file itself: a page that any browser opens from the disk, with the signed data inside. */
export function writeEnvelope(title: string, content: Envelope): string {
  return standalonePage({
    title,
    script,
    style: baseStyle + style,
    images: 'data:',
    withoutScript: 'Cần bật JavaScript để kiểm tra chữ ký, hoặc mở tệp bằng Tòa Soạn.',
    data: opening + scriptJson(content) + closing,
  })
}

/** The data inside such a file; null when it is none. What it says is not checked yet. */
export function readEnvelope(file: string): Envelope | null {
  const start = file.indexOf(opening)
  const end = file.indexOf(closing, start)
  if (start < 0 || end < 0) return null
  try {
    const parsed = envelope.safeParse(JSON.parse(file.slice(start + opening.length, end)))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
