import { fileLimits } from '#common/domain/file-limits'

/** Bounds of one import; beyond them a file is refused before it can cost memory or time (docs/import.md). */
export const importLimits = {
  /** The file itself. */
  fileBytes: fileLimits.importBytes,
  /** From the first byte read to the answer; then the worker is ended. */
  deadlineMs: 15_000,
  /** JavaScript heap of the worker. Bytes that were unpacked live outside it, so they have caps of their own. */
  heapMegabytes: 512,
  /** Entries of a zip. */
  entries: 5_000,
  /** One part of a document, unpacked. */
  partBytes: 48_000_000,
  /** All parts that are read, unpacked. */
  unpackedBytes: 120_000_000,
  /** Nested elements of XML or HTML; real documents stay below 60. */
  depth: 200,
  elements: 400_000,
  /** Characters of text in all. */
  characters: 4_000_000,
  pictures: 200,
  /** Of a sheet; more is a data set, not a table for readers. */
  rows: 2_000,
  columns: 50,
} as const
