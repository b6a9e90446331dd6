import { execFile, spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Environment } from '#common/domain/environment'
import type { Files } from '#main/store/files/files'
import { writeAll } from '#main/store/files/write-all'
import { ImportFault } from '../import-fault'

/** Turns an old document into .docx or .xlsx. Throws `ImportFault`. */
export type ConvertOffice = (bytes: Uint8Array, fileName: string) => Promise<Converted>

export interface Converted {
  readonly bytes: Uint8Array
  readonly fileName: string
}

/** A first start makes a profile, on an old PC for half a minute. */
const deadlineMs = 60_000
const sheets = /\.(xls|xlsm|ods)$/i

/** With the LibreOffice of this machine, in a profile of its own that nobody else's settings or macros are in. */
export function convertWithLibreOffice(files: Files, environment: Environment): ConvertOffice {
  return async (bytes, fileName) => {
    const program = await findProgram(files)
    if (program === null) throw new ImportFault('office-missing')
    const id = Buffer.from(environment.randomBytes(8)).toString('hex')
    const folder = join(tmpdir(), `toa-soan-office-${id}`)
    const target = sheets.test(fileName) ? 'xlsx' : 'docx'
    const extension = /\.[a-z]{2,5}$/i.exec(fileName)?.[0].toLowerCase() ?? '.doc'
    try {
      await files.makeDirectory(join(folder, 'out'))
      await writeWhole(files, join(folder, `in${extension}`), bytes)
      await run(program, [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--headless',
        '--norestore',
        '--convert-to',
        target,
        '--outdir',
        join(folder, 'out'),
        join(folder, `in${extension}`),
      ])
      const converted = await files.read(join(folder, 'out', `in.${target}`))
      if (converted === null) throw new ImportFault('office-failed')
      return { bytes: converted, fileName: fileName.replace(/\.[a-z]{2,5}$/i, `.${target}`) }
    } finally {
      await removeAll(files, folder)
    }
  }
}

const usualPlaces: readonly string[] = [
  '/usr/bin/soffice',
  '/usr/local/bin/soffice',
  '/opt/libreoffice/program/soffice',
  '/snap/bin/libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
  'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe',
]

async function findProgram(files: Files): Promise<string | null> {
  for (const place of usualPlaces) if ((await files.size(place).catch(() => null)) !== null) return place
  return null
}

/** Its launcher starts another process: on the deadline the whole group goes. */
function run(program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const ownGroup = process.platform !== 'win32'
    const child = spawn(program, args, { stdio: 'ignore', detached: ownGroup, windowsHide: true })
    const stop = () => {
      if (child.pid === undefined) return
      if (ownGroup) process.kill(-child.pid, 'SIGKILL')
      else execFile('taskkill', ['/pid', String(child.pid), '/t', '/f'])
    }
    const deadline = setTimeout(() => {
      stop()
      reject(new ImportFault('too-slow'))
    }, deadlineMs)
    child.once('error', () => {
      clearTimeout(deadline)
      reject(new ImportFault('office-failed'))
    })
    child.once('exit', code => {
      clearTimeout(deadline)
      if (code === 0) resolve()
      else reject(new ImportFault('office-failed'))
    })
  })
}

async function writeWhole(files: Files, path: string, bytes: Uint8Array): Promise<void> {
  const file = await files.open(path, 'create')
  try {
    await writeAll(file, bytes, 0)
  } finally {
    await file.close()
  }
}

/** What stays behind after a crash lies in the system's own folder for such things. */
async function removeAll(files: Files, path: string): Promise<void> {
  const names = await files.names(path).catch(() => null)
  if (names === null) return files.remove(path).catch(() => undefined)
  for (const name of names) await removeAll(files, join(path, name))
  await files.removeDirectory(path).catch(() => undefined)
}
