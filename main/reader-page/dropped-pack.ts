import { unzipSync } from 'fflate'

export type PackFileMap = ReadonlyMap<string, Uint8Array>

/** The files of a zip by path; rejects when it is none. */
export async function unpacked(file: Blob): Promise<PackFileMap> {
  const entries = unzipSync(new Uint8Array(await file.arrayBuffer()))
  return withoutTopFolder(Object.entries(entries).filter(([path]) => !path.endsWith('/')))
}

/** What was dropped: one zip, or the unpacked folder, whatever its name. */
export async function droppedFiles(transfer: DataTransfer): Promise<PackFileMap> {
  const entries = [...transfer.items].flatMap(item => item.webkitGetAsEntry() ?? [])
  const [file] = transfer.files
  const [first] = entries
  if (entries.length === 1 && first?.isFile === true && file !== undefined) return unpacked(file)
  const found: [string, Uint8Array][] = []
  for (const entry of entries) await collect(entry, '', found)
  return withoutTopFolder(found)
}

async function collect(entry: FileSystemEntry, under: string, found: [string, Uint8Array][]): Promise<void> {
  const path = under + entry.name
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    )
    found.push([path, new Uint8Array(await file.arrayBuffer())])
    return
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  for (;;) {
    // A folder is handed out in pieces; an empty one is the end.
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (part.length === 0) return
    for (const child of part) await collect(child, `${path}/`, found)
  }
}

/** The pack itself has no folder around it; a dropped folder, or a zip made again from one, has. */
function withoutTopFolder(files: readonly [string, Uint8Array][]): PackFileMap {
  if (files.some(([path]) => path === 'index.html')) return new Map(files)
  const page = files.find(([path]) => /^[^/]+\/index\.html$/.test(path))?.[0]
  const top = page === undefined ? '' : page.slice(0, page.indexOf('/') + 1)
  return new Map(files.map(([path, bytes]) => [path.startsWith(top) ? path.slice(top.length) : path, bytes]))
}
