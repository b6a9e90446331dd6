import { basename, dirname } from 'node:path'
import type { z } from 'zod'
import type { Files } from '#main/store/files/files'
import { createQuarantine } from '#main/store/quarantine'

const newline = 0x0a

/** A record and where its line lies, newline included. */
export interface LineRecord<T> {
  readonly record: T
  readonly offset: number
  readonly length: number
}

/**
 * Every record of a file with one JSON object a line, oldest first. When all were taken, a torn end (never acknowledged)
 * is copied to quarantine/ and cut; a bad line with a good one after it is damage, which throws naming the line's offset.
 */
export async function* readLines<T>(
  files: Files,
  path: string,
  schema: z.ZodType<T>,
): AsyncGenerator<LineRecord<T>> {
  let tornAt: number | null = null
  for await (const { text, offset, length, whole } of lines(files, path)) {
    const record = whole ? parse(schema, text) : null
    if (record === null) tornAt ??= offset
    else if (tornAt !== null)
      throw new Error(`Tệp ${path} hỏng ở byte ${tornAt}. Khôi phục thư mục dữ liệu từ bản sao lưu.`)
    else yield { record, offset, length }
  }
  if (tornAt !== null) await cut(files, path, tornAt)
}

interface Line {
  readonly text: string
  readonly offset: number
  readonly length: number
  /** Ends in a newline. */
  readonly whole: boolean
}

async function* lines(files: Files, path: string): AsyncIterable<Line> {
  if ((await files.size(path)) === null) return
  let offset = 0
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of files.stream(path)) {
    rest = Buffer.concat([rest, chunk])
    let start = 0
    for (let end = rest.indexOf(newline); end !== -1; end = rest.indexOf(newline, start)) {
      yield {
        text: rest.toString('utf8', start, end),
        offset: offset + start,
        length: end + 1 - start,
        whole: true,
      }
      start = end + 1
    }
    offset += start
    rest = rest.subarray(start)
  }
  if (rest.length > 0) yield { text: '', offset, length: rest.length, whole: false }
}

function parse<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

async function cut(files: Files, path: string, offset: number): Promise<void> {
  const bytes = (await files.read(path)) ?? new Uint8Array()
  const quarantine = createQuarantine(files, dirname(path))
  await quarantine.keep(`${basename(path)}-${offset}.torn`, bytes.subarray(offset))
  const file = await files.open(path, 'write')
  try {
    await file.truncate(offset)
    await file.dataSync()
  } finally {
    await file.close()
  }
}
