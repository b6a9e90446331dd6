import type { Measure, Section, SectionReport, Table } from './section'

/** A section's report as text: figures beside their bars, then the tables behind them. */
export function printReport({ name, about }: Section, report: SectionReport): string {
  const figures: Table = {
    title: '',
    columns: ['what', 'measured', 'bar', ''],
    rows: report.measures.map(measure => [
      measure.what,
      `${shown(measure.value)} ${measure.unit}`,
      barOf(measure),
      [verdict(measure), measure.detail ?? ''].filter(part => part !== '').join('  '),
    ]),
  }
  const tables = [...(report.measures.length > 0 ? [figures] : []), ...(report.tables ?? [])]
  const skipped = (report.skipped ?? []).map(sentence => `skipped: ${sentence}`)
  return [`\n── ${name}: ${about} ──`, ...tables.map(printTable), ...skipped].join('\n')
}

function printTable({ title, columns, rows }: Table): string {
  const cells = [columns, ...rows].map(row =>
    row.map(cell => (typeof cell === 'number' ? shown(cell) : cell)),
  )
  const widths = columns.map((_, column) => Math.max(...cells.map(row => (row[column] ?? '').length)))
  const lines = cells.map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return [...(title === '' ? [] : [`\n${title}`]), ...lines].join('\n')
}

function barOf({ bar }: Measure): string {
  if (bar === undefined) return ''
  return 'atMost' in bar ? `≤ ${shown(bar.atMost)}` : `≥ ${shown(bar.atLeast)}`
}

function verdict({ bar, value }: Measure): string {
  if (bar === undefined) return ''
  return ('atMost' in bar ? value <= bar.atMost : value >= bar.atLeast) ? 'reached' : 'MISSED'
}

function shown(value: number): string {
  if (!Number.isFinite(value)) return '–'
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3
  return value.toLocaleString('en-US', { maximumFractionDigits: digits })
}
