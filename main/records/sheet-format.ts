import type { AuditEntry } from '#common/api/views'

export type SheetFormat = 'csv' | 'xlsx'

export interface SheetTask {
  readonly entries: readonly AuditEntry[]
  readonly format: SheetFormat
}

export const sheetMediaTypes = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<SheetFormat, string>
