/** Numbers above each other's: rising stretches that are gathered one after the other and then merged into one. */
export class RisingNumbers {
  #values = new Uint32Array(256)
  #length = 0
  readonly #ends: number[] = []

  get length(): number {
    return this.#length
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Uint32Array(this.#values.length * 2)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.#length++] = value
  }

  /** What is pushed from now on may be smaller again. */
  endStretch(): void {
    if (this.#length > (this.#ends.at(-1) ?? 0)) this.#ends.push(this.#length)
  }

  /** All of them as they came. */
  gathered(): Uint32Array {
    return this.#values.subarray(0, this.#length)
  }

  /** All of them, rising. */
  merged(): Uint32Array {
    let stretches: Uint32Array[] = this.#ends.map((end, index) =>
      this.#values.subarray(this.#ends[index - 1] ?? 0, end),
    )
    while (stretches.length > 1) {
      const longer: Uint32Array[] = []
      for (let index = 0; index < stretches.length; index += 2) {
        const [one, other] = [stretches[index], stretches[index + 1]]
        if (one !== undefined) longer.push(other === undefined ? one : merge(one, other))
      }
      stretches = longer
    }
    return stretches[0] ?? new Uint32Array()
  }
}

function merge(one: Uint32Array, other: Uint32Array): Uint32Array {
  const merged = new Uint32Array(one.length + other.length)
  let [left, right] = [0, 0]
  for (let index = 0; index < merged.length; index++) {
    const [a, b] = [one[left] ?? Infinity, other[right] ?? Infinity]
    if (a < b) {
      merged[index] = a
      left++
    } else {
      merged[index] = b
      right++
    }
  }
  return merged
}
