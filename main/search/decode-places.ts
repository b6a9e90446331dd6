/** Writes `count` places to `into`, of which `bytes` has the differences as varints from `start` on. */
export function decodePlaces(bytes: Uint8Array, start: number, count: number, into: Uint32Array): void {
  let place = 0
  let index = start
  for (let next = 0; next < count; next++) {
    let byte = bytes[index++] ?? 0
    let difference = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[index++] ?? 0
      difference |= (byte & 127) << shift
    }
    place += difference
    into[next] = place
  }
}
