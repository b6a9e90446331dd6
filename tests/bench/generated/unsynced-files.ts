import type { Files } from '#main/store/files/files'

/** For making a workspace that only a measurement needs: nothing waits for the disk. */
export function unsyncedFiles(files: Files): Files {
  return {
    ...files,
    syncDirectory: async () => {},
    open: async (path, mode) => ({ ...(await files.open(path, mode)), dataSync: async () => {} }),
  }
}
