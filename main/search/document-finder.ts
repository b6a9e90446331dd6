/** Finds the document of a place from a table of every 256th. */
export class DocumentFinder {
  readonly #bases: Uint32Array
  readonly #table: Uint32Array

  /** Bases as in WordStream. */
  constructor({ bases }: { readonly bases: Uint32Array }) {
    this.#bases = bases
    const documents = bases.length - 1
    this.#table = new Uint32Array(((bases[documents] ?? 0) >>> 8) + 1)
    let document = 0
    for (let block = 0; block < this.#table.length; block++) {
      while (document + 1 < documents && (bases[document + 1] ?? 0) <= block << 8) document++
      this.#table[block] = document
    }
  }

  at(place: number): number {
    let document = this.#table[place >>> 8] ?? 0
    while ((this.#bases[document + 1] ?? 0) <= place) document++
    return document
  }
}
