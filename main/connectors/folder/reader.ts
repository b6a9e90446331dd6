import type { BlobHash } from '#common/domain/ids'
import type { PageReading, PublicAnswer, PublicReader } from '../connector'
import { type AnonymousReader, pageBytes } from '../http/anonymous-reader'
import { factsOf } from '../page/page-facts'
import { sha256 } from '../page/sha256'
import { goneMarker, wordsOf } from '../page/words'
import type { FolderSite } from './folder-site'
import { approvedOf, blobAddress } from './pages'

/** Reads the folder as a browser would, and where it has a public address, the same page there. */
export function createFolderReader(
  /** Null while the folder is not the one we know: a stick that was pulled out is no page that is gone. */
  folder: () => Promise<FolderSite | null>,
  pathOf: (url: string) => string | null,
  published: { readonly reader: AnonymousReader; readonly base: string } | null,
): PublicReader {
  const relative = (url: string) => decodeURIComponent(pathOf(url) ?? '')

  async function read(path: string, maxBytes: number): Promise<readonly PublicAnswer[]> {
    const site = await folder()
    if (site === null) return [{ kind: 'unreadable' }]
    const bytes = await site.read(path).catch(() => undefined)
    if (bytes === undefined) return [{ kind: 'unreadable' }]
    const here: PublicAnswer =
      bytes === null
        ? { kind: 'answered', status: 404, body: new Uint8Array() }
        : { kind: 'answered', status: 200, body: bytes }
    if (published === null) return [here]
    return [here, await published.reader.get(`${published.base}/${encodeURI(path)}`, maxBytes)]
  }

  return {
    page: async (url, html) => {
      const readings = (await read(relative(url), pageBytes)).map(answer => readingOf(answer, html))
      const addresses = new Map<BlobHash, string>()
      const site = await folder()
      for (const [, hash = ''] of (html ?? '').matchAll(blobAddress)) {
        const path = await site?.blobPath(hash as BlobHash)
        if (path != null) addresses.set(hash as BlobHash, url.slice(0, url.lastIndexOf('/bai/') + 1) + path)
      }
      return worst(readings, hash => addresses.get(hash) ?? null)
    },
    blob: async (url, sizeBytes) => {
      const answers = await read(relative(url), sizeBytes)
      const [first] = answers
      const bad = answers.find(answer => answer.kind === 'unreadable' || answer.status !== 200)
      // The same bytes in both places, or what differs.
      const other = answers.find(answer => hashOf(answer) !== (first === undefined ? '' : hashOf(first)))
      return bad ?? other ?? first ?? { kind: 'unreadable' }
    },
    close: async () => {
      await published?.reader.close()
    },
  }
}

function readingOf(answer: PublicAnswer, html: string | null): PageReading {
  if (answer.kind === 'unreadable' || answer.status >= 500) return { kind: 'unreadable' }
  const isGone = Buffer.from(answer.body).includes(goneMarker)
  if (answer.status !== 200 || isGone) return { kind: 'absent', words: wordsOf(answer.body) }
  const shown = html === null || approvedOf(new TextDecoder().decode(answer.body)) === html
  return {
    kind: 'shown',
    text: shown ? 'right' : 'different',
    addressOf: () => null,
    facts: factsOf(answer.body),
  }
}

/** A page is right only where it is right everywhere; while any place gives no answer nothing is known. */
function worst(readings: readonly PageReading[], addressOf: (hash: BlobHash) => string | null): PageReading {
  const find = (is: (reading: PageReading) => boolean) => readings.find(is)
  const unread = find(({ kind }) => kind === 'unreadable')
  if (unread !== undefined) return unread
  const shown = readings.flatMap(reading => (reading.kind === 'shown' ? [reading] : []))
  const [first] = shown
  if (first === undefined) {
    // Only what stands in every place is told.
    const absent = readings.flatMap(reading => (reading.kind === 'absent' ? [reading] : []))
    return absent.toSorted((a, b) => a.words.length - b.words.length)[0] ?? { kind: 'absent', words: '' }
  }
  if (shown.length < readings.length) return { kind: 'shown', text: 'different', addressOf }
  const text = shown.some(reading => reading.text === 'different') ? 'different' : first.text
  // Where readers come, if there is such a place.
  return { kind: 'shown', text, addressOf, facts: shown.at(-1)?.facts }
}

function hashOf(answer: PublicAnswer): string {
  return answer.kind === 'unreadable' ? '' : sha256(answer.body)
}
