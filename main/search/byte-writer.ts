/** Bytes that grow as they are written. */
export class ByteWriter {
  #bytes = new Uint8Array(1 << 16)
  #length = 0

  get length(): number {
    return this.#length
  }

  written(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  /** Room for so many bytes more; the two below need it before. */
  reserve(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return
    const larger = new Uint8Array(this.#bytes.length * 2 + bytes)
    larger.set(this.written())
    this.#bytes = larger
  }

  byte(value: number): void {
    this.#bytes[this.#length++] = value
  }

  /** Seven bits a byte, the high bit says that more follow: five bytes at most. */
  varint(value: number): void {
    let rest = value
    while (rest > 127) {
      this.#bytes[this.#length++] = (rest & 127) | 128
      rest >>>= 7
    }
    this.#bytes[this.#length++] = rest
  }
}
