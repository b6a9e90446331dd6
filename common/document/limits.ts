/** Bounds that keep a hostile or broken document from stalling the program (quality.md, deep nesting is a DoS). */
export const limits = {
  /** Nested nodes; a real article needs about 8. */
  depth: 64,
  /** Nodes in one document; 5,000 words are about 400. */
  nodes: 50_000,
  /** Characters of the document's JSON. */
  jsonCharacters: 8_000_000,
  /** Different pictures and files; jobs, read-backs and the portal API have room for these and the text. */
  blobs: 400,
} as const
