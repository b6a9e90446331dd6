import type { AuditEntry } from '#common/api/views'
import { formatInstant } from '#common/domain/vietnam-time'

const heading = ['Số', 'Lúc', 'Ai', 'Việc', 'Đối tượng', 'Chi tiết', 'Mã chuỗi']

/** RFC 4180, with a byte order mark so that spreadsheets read Vietnamese; no cell can become a formula. */
export function auditCsv(entries: readonly AuditEntry[]): string {
  const rows = entries.map(
    ({ sequence, at, actorName, actor, type, subjectName, subject, details, hash }) => [
      String(sequence),
      formatInstant(at),
      actorName ?? actor ?? 'Chương trình',
      type,
      subjectName ?? subject ?? '',
      JSON.stringify(details),
      hash,
    ],
  )
  return `\ufeff${[heading, ...rows].map(row => `${row.map(cell).join(',')}\r\n`).join('')}`
}

/** A leading apostrophe keeps spreadsheets from reading text as a formula (OWASP, CSV injection). */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
