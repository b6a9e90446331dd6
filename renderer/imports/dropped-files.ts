/** Every file of a drop, those in folders too; the transfer is only readable in the same turn. */
export function droppedFiles(data: DataTransfer): Promise<readonly File[]> {
  const entries = Array.from(data.items, item => item.webkitGetAsEntry()).filter(entry => entry !== null)
  const plain = Array.from(data.files)
  return entries.length === 0
    ? Promise.resolve(plain)
    : Promise.all(entries.map(filesIn)).then(all => all.flat())
}

const mostFiles = 200

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (isFile(entry)) return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))]
  if (!isFolder(entry)) return []
  const reader = entry.createReader()
  const files: File[] = []
  // A folder is told in portions until an empty one.
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (portion.length === 0 || files.length >= mostFiles) return files.slice(0, mostFiles)
    for (const inner of portion) files.push(...(await filesIn(inner)))
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}
