import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { account } from '#common/domain/account'
import { blobHash } from '#common/domain/ids'
import { namesTable } from '#common/domain/names-table'
import type { Files } from '#main/store/files/files'
import { bodyParser } from './parse-body'
import { readArticle } from './read-article'
import { sampleDates } from './sample-dates'
import type { SampleFile, SamplePlan } from './sample-plan'

const commune = z.strictObject({
  organisation: z.string(),
  portalName: z.string(),
  pictureCredit: z.string(),
})
const accounts = z.array(account.pick({ name: true, signInName: true, roles: true }))
const categories = z.array(z.strictObject({ id: z.string(), name: z.string() }))

const mediaTypes: Readonly<Record<string, string>> = {
  webp: 'image/webp',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/**
 * Reads the sample commune from `resources/sample`; `now` in milliseconds since the epoch is the day its dates are
 * reckoned from. What is wrong in the resources throws: they are part of the program.
 */
export async function readSample(files: Files, directory: string, now: number): Promise<SamplePlan> {
  const { organisation, portalName, pictureCredit } = commune.parse(
    await readJson(files, join(directory, 'commune.json')),
  )
  const pictures = await readMedia(files, join(directory, 'pictures'))
  const attachments = await readMedia(files, join(directory, 'files'))
  const media = new Map([...pictures, ...attachments].map(file => [file.fileName, file]))
  const reader = { dates: sampleDates(now), parseBody: bodyParser(media, pictureCredit) }
  const sources = await readArticles(files, join(directory, 'articles'))
  return {
    organisation,
    portalName,
    accounts: accounts.parse(await readJson(files, join(directory, 'accounts.json'))),
    categories: categories.parse(await readJson(files, join(directory, 'categories.json'))),
    names: namesTable.parse(await readJson(files, join(directory, 'names.json'))),
    media,
    articles: sources.map(([name, source]) => readArticle(name, source, reader)),
  }
}

async function readArticles(
  files: Files,
  directory: string,
): Promise<readonly (readonly [string, string])[]> {
  const names = (await files.names(directory)).filter(name => name.endsWith('.md'))
  return Promise.all(
    names.map(async name => [name.slice(0, -3), await readText(files, join(directory, name))] as const),
  )
}

async function readMedia(files: Files, directory: string): Promise<readonly SampleFile[]> {
  const found: SampleFile[] = []
  for (const fileName of await files.names(directory)) {
    const extension = fileName.split('.').at(-1) ?? ''
    const mediaType = Object.hasOwn(mediaTypes, extension) ? mediaTypes[extension] : undefined
    if (mediaType === undefined) continue
    const bytes = await readBytes(files, join(directory, fileName))
    const hash = blobHash.parse(createHash('sha256').update(bytes).digest('hex'))
    found.push({ fileName, bytes, hash, mediaType })
  }
  return found
}

async function readJson(files: Files, path: string): Promise<unknown> {
  return JSON.parse(await readText(files, path))
}

/** Line ends as the reader expects them, whatever the checkout made of them. */
async function readText(files: Files, path: string): Promise<string> {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(await readBytes(files, path))
  return text.replaceAll('\r\n', '\n').normalize('NFC')
}

async function readBytes(files: Files, path: string): Promise<Uint8Array> {
  const bytes = await files.read(path)
  if (bytes === null) throw new Error(`the sample lacks ${path}`)
  return bytes
}
