/** Writes the places of one word to `into`, from index `at` on; answers with the index after the last. */
export function decodePlaces(postings: Uint8Array, into: Uint32Array, at: number): number {
  let place = 0
  let next = at
  for (let index = 0; index < postings.length; ) {
    let byte = postings[index++] ?? 0
    let difference = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = postings[index++] ?? 0
      difference |= (byte & 127) << shift
    }
    place += difference
    into[next++] = place
  }
  return next
}
