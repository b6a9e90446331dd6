/** The node or mark that a document's fault (`checkDocument`) says this program does not know; null for other faults. */
export function unknownPart(reason: string): string | null {
  const found = /^Unknown node type: (\S+)|^There is no mark type (\S+) in/.exec(reason)
  return found?.[1] ?? found?.[2] ?? null
}
