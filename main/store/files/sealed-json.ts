import { createHash } from 'node:crypto'

/** What stands behind sealed content that is written without indentation. */
const sealPattern = /,"sha256":"([0-9a-f]{64})"\}\s*$/
const sealBytes = 100

/** Readable JSON whose last property is the SHA-256 of the same JSON, compact, without it. */
export function sealJson(content: object, indent?: number): Buffer {
  return Buffer.from(`${JSON.stringify({ ...content, sha256: checksum(content) }, null, indent)}\n`)
}

/** The content, or null when a byte of it is not as it was written. */
export function openSealedJson(bytes: Uint8Array): object | null {
  const isWhole = hasWholeSeal(bytes)
  const json = parseJson(bytes)
  if (typeof json !== 'object' || json === null || !('sha256' in json)) return null
  const { sha256, ...content } = json
  return isWhole || checksum(content) === sha256 ? content : null
}

/** Compact content is what the seal covers byte for byte, so it need not be written once more to be told. */
function hasWholeSeal(bytes: Uint8Array): boolean {
  const end = Buffer.from(bytes.subarray(-sealBytes)).toString('latin1')
  const [seal, sha256] = sealPattern.exec(end) ?? []
  if (seal === undefined) return false
  const content = bytes.subarray(0, bytes.length - seal.length)
  return createHash('sha256').update(content).update('}').digest('hex') === sha256
}

/** The `format` of sealed content; 0 when it states none. */
export function formatOf(content: object): number {
  return 'format' in content && typeof content.format === 'number' ? content.format : 0
}

/** The JSON in some bytes, or null when they are none. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString())
  } catch {
    return null
  }
}

function checksum(content: object): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}
