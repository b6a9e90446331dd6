import { parts } from './passages'

/** Numbers a document has in WordStream.ends. */
export const endsPerDocument = parts.length - 1

/** Number in `parts` of the part a place stands in; `offset` counts from the document's beginning, `ends` as in WordStream. */
export function partAt(ends: Uint32Array, document: number, offset: number): number {
  let part = 0
  while (part < endsPerDocument && offset >= (ends[document * endsPerDocument + part] ?? 0)) part++
  return part
}
