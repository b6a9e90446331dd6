import assert from 'node:assert/strict'
import { packPaths } from '#common/domain/inspection-pack'
import { verifyFiles } from '#main/reader-page/verify-pack'
import { approvedTwice, makePack, publishedUrgently, signedInLevels } from '#tests/support/inspection-pack'
import { aNewsroom } from '#tests/support/newsroom'
import type { Random } from '#tests/support/power-cut-disk'
import { below, misspelt, oneOf, tampered } from './tampered-bytes'

type Files = ReadonlyMap<string, Uint8Array>

/** The files afterwards, and what the verdict must name; null: any name, for the page itself. */
type Hand = (
  random: Random,
  files: Files,
) => { readonly files: Map<string, Uint8Array>; readonly named: string | null }

const others = (files: Files) => [...files.keys()].filter(path => path !== packPaths.page)

function alter(random: Random, files: Files) {
  const path = oneOf(random, others(files))
  return {
    files: new Map(files).set(path, tampered(random, files.get(path) ?? new Uint8Array())),
    named: path,
  }
}

const hands: readonly Hand[] = [
  alter,
  function alterPage(random, files) {
    const page = tampered(random, files.get(packPaths.page) ?? new Uint8Array())
    return { files: new Map(files).set(packPaths.page, page), named: null }
  },
  /** A character of one level's signature or of an urgent decision, where the page itself carries them. */
  function forge(random, files) {
    const page = Buffer.from(files.get(packPaths.page) ?? []).toString('utf8')
    const { start, end } = oneOf(random, sealsIn(page))
    const article = page.lastIndexOf('"headline":"', start) + '"headline":"'.length
    return {
      files: new Map(files).set(packPaths.page, Buffer.from(misspelt(random, page, start, end))),
      named: page.slice(article, page.indexOf('"', article)),
    }
  },
  function remove(random, files) {
    const path = oneOf(random, [...files.keys()])
    const left = new Map(files)
    left.delete(path)
    return { files: left, named: path }
  },
  function add(random, files) {
    const path = `tep/${below(random, 1e9)}.bin`
    return { files: new Map(files).set(path, Buffer.from('lạ')), named: path }
  },
  function rename(random, files) {
    const path = oneOf(random, others(files))
    const left = new Map(files)
    left.delete(path)
    return { files: left.set(`${path}.cu`, files.get(path) ?? new Uint8Array()), named: path }
  },
  function swap(random, files) {
    const [first, second] = [oneOf(random, others(files)), oneOf(random, others(files))]
    const [one, two] = [first, second].map(path => Buffer.from(files.get(path) ?? []))
    if (one === undefined || two === undefined || one.equals(two)) return alter(random, files)
    const swapped = new Map(files).set(first, two).set(second, one)
    // Which of the two comes first is the list's to say; a digest list that is also swapped says it as well.
    return { files: swapped, named: null }
  },
]

function sealsIn(page: string): readonly { readonly start: number; readonly end: number }[] {
  return [...page.matchAll(/(?<="seal":")[\w.-]+(?=")/g)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }))
}

let pack: Promise<Files> | null = null

/** One pack with something done to its files; the verifier inside refuses it and names what. */
export async function tamperPack(random: Random): Promise<void> {
  pack ??= (async () => {
    const room = await aNewsroom()
    const twice = await approvedTwice(room)
    const articles = [...twice, await signedInLevels(room), await publishedUrgently(room)]
    const { files } = await makePack(room, articles, true)
    await room.close()
    const { fault, facts } = verifyFiles(files)
    assert.equal(fault, null)
    const seals = facts?.articles.map(({ approvals, urgent }) => [approvals.length, urgent !== null])
    assert.deepEqual(seals, [
      [2, false],
      [1, false],
      [2, false],
      [0, true],
    ])
    return files
  })()
  const hand = oneOf(random, hands)
  const { files, named } = hand(random, await pack)
  const { fault } = verifyFiles(files)
  assert.ok(fault !== null, `${hand.name} of ${named ?? 'the page'} went unnoticed`)
  assert.ok(fault.vi !== '' && fault.en !== '', hand.name)
  if (named !== null) assert.ok(fault.vi.includes(named), `${hand.name} of ${named}: ${fault.vi}`)
}
