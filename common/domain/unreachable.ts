/** Ends every `switch` over a closed union; a forgotten member is a type error. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}
