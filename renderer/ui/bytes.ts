const units = ['B', 'KB', 'MB', 'GB'] as const

/** `12 MB`, `1,2 MB` in Vietnamese, at most one decimal. */
export function formatBytes(bytes: number, language: string): string {
  let value = bytes
  let unit = 0
  while (value >= 1_000 && unit < units.length - 1) {
    value /= 1_000
    unit += 1
  }
  const maximumFractionDigits = value < 10 && unit > 1 ? 1 : 0
  return `${value.toLocaleString(language, { maximumFractionDigits })} ${units[unit]}`
}
