import writeExcelFile from 'write-excel-file/node'
import type { AuditEntry } from '#common/api/views'
import { formatInstant } from '#common/domain/vietnam-time'
import type { SheetFormat } from './sheet-format'

const columns = [
  { heading: 'Số', width: 8 },
  { heading: 'Lúc', width: 18 },
  { heading: 'Ai', width: 24 },
  { heading: 'Máy', width: 18 },
  { heading: 'Việc', width: 26 },
  { heading: 'Đối tượng', width: 48 },
  { heading: 'Chi tiết', width: 60 },
  { heading: 'Mã chuỗi', width: 66 },
] as const

/** Longest text a cell of a workbook may hold. */
const cellLimit = 32_767

/** Entries as a file for a spreadsheet. Runs in a worker: a year's journal takes seconds. */
export async function auditSheet(entries: readonly AuditEntry[], format: SheetFormat): Promise<Uint8Array> {
  const rows = entries.map(rowOf)
  return format === 'csv' ? Buffer.from(csv(rows)) : workbook(rows)
}

type Row = readonly [number, ...string[]]

function rowOf({ sequence, at, machine, type, details, hash, ...entry }: AuditEntry): Row {
  return [
    sequence,
    formatInstant(at),
    entry.actorName ?? entry.actor ?? 'Chương trình',
    machine ?? '',
    type,
    entry.subjectName ?? entry.subject ?? '',
    JSON.stringify(details),
    hash,
  ]
}

/** RFC 4180, with a byte order mark so that spreadsheets read Vietnamese; no cell can become a formula. */
function csv(rows: readonly Row[]): string {
  const lines = [columns.map(({ heading }) => heading), ...rows.map(row => row.map(String))]
  return `\ufeff${lines.map(line => `${line.map(cell).join(',')}\r\n`).join('')}`
}

/** A leading apostrophe keeps spreadsheets from reading text as a formula (OWASP, CSV injection). */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}

/** A cell of a workbook says itself that it is text, so none can become a formula. */
function workbook(rows: readonly Row[]): Promise<Uint8Array> {
  const heading = columns.map(column => ({ value: column.heading, fontWeight: 'bold' as const }))
  const cells = rows.map(([sequence, ...texts]) => [
    { value: sequence, type: Number },
    ...texts.map(text => ({ value: text.slice(0, cellLimit), type: String })),
  ])
  return writeExcelFile([heading, ...cells], {
    sheet: 'Nhật ký',
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer()
}
