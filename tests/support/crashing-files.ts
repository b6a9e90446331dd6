import type { Files, OpenFile } from '#main/store/files/files'

/** A file layer that dies: after `crash` every file is let go of and every further operation fails. */
export function crashingFiles(files: Files): { readonly files: Files; readonly crash: () => Promise<void> } {
  const opened = new Set<OpenFile>()
  let dead = false
  const alive =
    <A extends readonly unknown[], R>(work: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (dead) throw new Error('the process is dead')
      return work(...args)
    }
  return {
    files: {
      ...files,
      rename: alive(files.rename),
      remove: alive(files.remove),
      makeDirectory: alive(files.makeDirectory),
      open: alive(async (path, mode) => {
        const file = await files.open(path, mode)
        opened.add(file)
        return {
          ...file,
          write: alive(file.write),
          close: () => (opened.delete(file) ? file.close() : Promise.resolve()),
        }
      }),
    },
    async crash() {
      dead = true
      for (const file of opened) await file.close()
      opened.clear()
    },
  }
}
