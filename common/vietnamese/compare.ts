const collator = new Intl.Collator('vi', { numeric: true })

/** Vietnamese dictionary order; numbers by value ("Quý 2" before "Quý 10"). */
export function compareVietnamese(a: string, b: string): number {
  return collator.compare(a, b)
}
