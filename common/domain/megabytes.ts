/** `12,5 MB` in Vietnamese, `12.5 MB` in English; rounded up, so that a size never looks like the limit it exceeds. */
export function megabytes(bytes: number, language: string): string {
  return `${(Math.ceil(bytes / 100_000) / 10).toLocaleString(language, { maximumFractionDigits: 1 })} MB`
}
