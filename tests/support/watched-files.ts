import type { Files, OpenFile, OpenMode } from '#main/store/files/files'

/** One operation on its way to the disk. */
export interface FileOperation {
  readonly kind:
    | 'open'
    | 'write'
    | 'dataSync'
    | 'truncate'
    | 'rename'
    | 'remove'
    | 'syncDirectory'
    | 'makeDirectory'
  readonly path: string
}

/** What a test does instead of the operation: fail with a code, or take only some bytes of a write. */
export type Fault = { readonly code: string } | { readonly shortWrite: number }

/** A file layer that tells a test of every change, and fails where the test says so; reading is never touched. */
export function watchedFiles(files: Files, watch: (operation: FileOperation) => Fault | undefined): Files {
  const pass = async <T>(kind: FileOperation['kind'], path: string, work: () => Promise<T>): Promise<T> => {
    const fault = watch({ kind, path })
    if (fault !== undefined && 'code' in fault) throw diskError(fault.code)
    return work()
  }

  const watchFile = (file: OpenFile, path: string, mode: OpenMode): OpenFile => ({
    ...file,
    async write(data, position) {
      const fault = watch({ kind: 'write', path })
      if (fault !== undefined && 'code' in fault) throw diskError(fault.code)
      const taken = await file.write(
        fault === undefined ? data : data.subarray(0, fault.shortWrite),
        position,
      )
      // A durable write is a write and a sync in one, and either may fail.
      if (mode === 'create-durable') await pass('dataSync', path, async () => {})
      return taken
    },
    dataSync: () => pass('dataSync', path, () => file.dataSync()),
    truncate: length => pass('truncate', path, () => file.truncate(length)),
  })

  return {
    ...files,
    open: (path, mode) => pass('open', path, async () => watchFile(await files.open(path, mode), path, mode)),
    rename: (from, to) => pass('rename', to, () => files.rename(from, to)),
    remove: path => pass('remove', path, () => files.remove(path)),
    makeDirectory: path => pass('makeDirectory', path, () => files.makeDirectory(path)),
    syncDirectory: path => pass('syncDirectory', path, () => files.syncDirectory(path)),
  }
}

export function diskError(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: injected`), { code })
}
