import { rtfPictures } from './rtf-pictures.ts'

/** A paste whose pictures stand beside it: in the HTML they are named by `picture:<place>`. */
export interface PastedPictures {
  readonly html: string
  readonly files: readonly File[]
}

const mostPictures = 60
const sourceOfImage = /(<img\b[^<>]*?\ssrc\s*=\s*)(?:"([^"]*)"|'([^']*)')/gi

/** Takes pictures out of a paste: those written into the HTML, and Word's, whose bytes are in the RTF beside it. */
export function takePictures(html: string, rtf: () => string): PastedPictures {
  const files: File[] = []
  const name = (bytes: BlobPart, type: string) => {
    files.push(new File([bytes], `anh-dan-${files.length + 1}.${type}`, { type: `image/${type}` }))
    return `"picture:${files.length - 1}"`
  }
  const onDisk = sourcesOf(html).filter(isOnDisk)
  const written = onDisk.length === 0 ? [] : rtfPictures(rtf())
  // Only when each has its bytes is it known which is which.
  const bytesOnDisk = written.length === onDisk.length ? [...written] : []
  const replaced = html.replace(sourceOfImage, (whole, before: string, quoted?: string, single?: string) => {
    if (files.length >= mostPictures) return whole
    const source = quoted ?? single ?? ''
    if (isOnDisk(source)) {
      const bytes = bytesOnDisk.shift()
      return bytes === undefined ? whole : before + name(bytes, bytes[0] === 0x89 ? 'png' : 'jpeg')
    }
    const data = /^data:image\/(png|jpeg|jpg|gif|webp);base64,([a-z\d+/=\s]+)$/i.exec(source)
    const bytes = data === null ? null : decode(data[2] ?? '')
    return bytes === null ? whole : before + name(bytes, (data?.[1] ?? 'png').toLowerCase())
  })
  return { html: replaced, files }
}

export function isOnDisk(source: string): boolean {
  return /^file:/i.test(source)
}

function sourcesOf(html: string): readonly string[] {
  return [...html.matchAll(sourceOfImage)].map(([, , quoted, single]) => quoted ?? single ?? '')
}

function decode(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    const letters = atob(base64.replace(/\s/g, ''))
    return Uint8Array.from(letters, letter => letter.charCodeAt(0))
  } catch {
    return null
  }
}
