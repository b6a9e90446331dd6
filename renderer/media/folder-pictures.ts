/** A file of a folder somebody chose, as far as its name and the file system tell. */
export interface FolderPicture {
  readonly file: File
  /** `heic`: pictures of telephones that no browser here can read. */
  readonly kind: 'picture' | 'heic'
}

const pictureEndings = new Set(['jpg', 'jpeg', 'png', 'webp', 'gif', 'avif'])
const heicEndings = new Set(['heic', 'heif'])

/** The pictures among them, the newest first, as on the roll of a camera; hidden files and small previews left out. */
export function folderPictures(files: readonly File[]): readonly FolderPicture[] {
  return files
    .filter(({ name, webkitRelativePath }) => !`/${webkitRelativePath || name}`.includes('/.'))
    .flatMap((file): FolderPicture[] => {
      const ending = file.name.toLowerCase().split('.').at(-1) ?? ''
      if (pictureEndings.has(ending)) return [{ file, kind: 'picture' }]
      return heicEndings.has(ending) ? [{ file, kind: 'heic' }] : []
    })
    .sort((a, b) => b.file.lastModified - a.file.lastModified || (a.file.name < b.file.name ? 1 : -1))
}
