/** Node's `code` of a file error (`ENOSPC`, `EIO` …), or null. */
export function errorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

/** There is no such file or folder. */
export function isMissing(error: unknown): boolean {
  return errorCode(error) === 'ENOENT'
}

const refusals = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES', 'EPERM', 'EBUSY', 'EMFILE', 'ENFILE'])

/** The disk cannot or may not do it: full, broken, protected. A person can do something about it; it is no bug. */
export function isDiskRefusal(error: unknown): boolean {
  return refusals.has(errorCode(error) ?? '')
}
