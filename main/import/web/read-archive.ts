import type { Picture, ReadFile } from '../blocks/blocks'
import { ImportFault } from '../import-fault'
import { importLimits } from '../import-limits'
import { readPage } from './read-page'

interface Part {
  readonly type: string
  readonly location: string
  readonly id: string
  readonly bytes: Uint8Array
}

/** A page saved in one file (.mht, .mhtml; RFC 2557): MIME parts with their addresses. */
export function readArchive(file: Uint8Array): ReadFile {
  const text = Buffer.from(file).toString('latin1')
  const boundary = /boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(text.slice(0, 4_000))
  if (boundary === null) throw new ImportFault('unreadable')
  const pieces = text.split(`--${boundary[1] ?? boundary[2] ?? ''}`)
  if (pieces.length > importLimits.entries) throw new ImportFault('too-large')
  const parts = pieces.slice(1).flatMap(piece => readPart(piece) ?? [])
  const page = parts.find(part => part.type === 'text/html')
  if (page === undefined) throw new ImportFault('unreadable')
  const pictures = new Map<string, Picture>()
  for (const { type, location, id, bytes } of parts) {
    if (!type.startsWith('image/')) continue
    const picture = { bytes, name: location.split(/[/\\]/).at(-1)?.split('?')[0] || 'anh' }
    for (const name of [location, location.split('/').at(-1) ?? '', `cid:${id}`])
      if (name !== '' && name !== 'cid:') pictures.set(name, picture)
  }
  return readPage(page.bytes, pictures)
}

function readPart(piece: string): Part | null {
  const end = /\r?\n\r?\n/.exec(piece)
  if (end === null) return null
  const head = piece.slice(0, end.index).replaceAll(/\r?\n[ \t]+/g, ' ')
  const header = (name: string) => new RegExp(`^${name}:\\s*(.+?)\\s*$`, 'im').exec(head)?.[1] ?? ''
  const body = piece.slice(end.index + end[0].length)
  return {
    type: header('content-type').split(';')[0]?.trim().toLowerCase() ?? '',
    location: header('content-location'),
    id: header('content-id').replaceAll(/[<>]/g, ''),
    bytes: decodeBody(body, header('content-transfer-encoding').toLowerCase()),
  }
}

function decodeBody(body: string, encoding: string): Uint8Array {
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1')
  const text = body
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9a-f]{2})/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return Buffer.from(text, 'latin1')
}
