/**
 * Why a file cannot come in. `unreadable`: not what its name says, or damaged. `unsafe`: it holds what only attacks hold
 * (a DOCTYPE in a document, names that lead out of the package). `office-missing`: an old format and no LibreOffice here.
 */
export const importFaults = [
  'unreadable',
  'unsafe',
  'too-large',
  'too-deep',
  'too-slow',
  'encrypted',
  'empty',
  'type-unknown',
  'office-missing',
  'office-failed',
] as const
export type ImportFaultKind = (typeof importFaults)[number]

/** Thrown where a file is read; the worker answers with its kind. */
export class ImportFault extends Error {
  override readonly name = 'ImportFault'
  constructor(readonly kind: ImportFaultKind) {
    super(kind)
  }
}
