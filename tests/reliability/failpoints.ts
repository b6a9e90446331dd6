import type { Files, OpenFile } from '#main/store/files/files'

/** A place at which a process may die: a change on its way to the disk, known by what it is about. */
export interface Failpoint {
  /** `journal write article.approve`, `manifest rename` … */
  readonly place: string
  readonly when: 'before' | 'after'
  /** The n-th time this process comes by. */
  readonly nth: number
}

const places: readonly (readonly [RegExp, string])[] = [
  [/\/journal\/archive(\/|$)/, 'archive'],
  [/\/journal(\/|$)/, 'journal'],
  [/\/collections\/manifest\.previous/, 'previous manifest'],
  [/\/collections\/manifest/, 'manifest'],
  [/\/collections(\/|$)/, 'collection'],
  [/\/drafts\/.*\.log$/, 'draft'],
  [/\/drafts\/.*\.json/, 'draft snapshot'],
  [/\/drafts(\/|$)/, 'draft folder'],
  [/\/blobs\/temporary(\/|$)/, 'blob'],
  [/\/blobs(\/|$)/, 'blob folder'],
  [/\/control\.token/, 'token'],
  [/\/epoch$/, 'epoch'],
  [/\/quarantine(\/|$)/, 'quarantine'],
]

const eventType = /\{"event":\{"type":"([^"]+)"/g

/** Names of one change: its file and kind, and for a journal write each user action in it. */
export function namesOf(kind: string, path: string, data?: Uint8Array): readonly string[] {
  const where = places.find(([pattern]) => pattern.test(path))?.[1] ?? 'workspace'
  if (where !== 'journal' || data === undefined) return [`${where} ${kind}`]
  const actions = [...Buffer.from(data).toString('latin1').matchAll(eventType)]
  return [`${where} ${kind}`, ...actions.map(([, action]) => `${where} ${kind} ${action}`)]
}

/** A file layer that calls `pass` before and after every change, with each of its names. */
export function failpointFiles(files: Files, pass: (place: string, when: Failpoint['when']) => void): Files {
  async function at<T>(names: readonly string[], work: () => Promise<T>): Promise<T> {
    for (const name of names) pass(name, 'before')
    const result = await work()
    for (const name of names) pass(name, 'after')
    return result
  }
  const watchFile = (file: OpenFile, path: string): OpenFile => ({
    ...file,
    write: (data, position) => at(namesOf('write', path, data), () => file.write(data, position)),
    dataSync: () => at(namesOf('sync', path), () => file.dataSync()),
    truncate: length => at(namesOf('truncate', path), () => file.truncate(length)),
  })
  return {
    ...files,
    open: (path, mode) =>
      at(namesOf('open', path), async () => watchFile(await files.open(path, mode), path)),
    rename: (from, to) => at(namesOf('rename', to), () => files.rename(from, to)),
    remove: path => at(namesOf('remove', path), () => files.remove(path)),
    makeDirectory: path => at(namesOf('make', path), () => files.makeDirectory(path)),
    syncDirectory: path => at(namesOf('sync folder', path), () => files.syncDirectory(path)),
  }
}
