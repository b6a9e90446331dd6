import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { type ArticleId, articleId, instant } from '#common/domain/ids'
import type { Files } from '#main/store/files/files'
import { openAppendLog } from './storage/append-log'
import { readLines } from './storage/read-lines'
import { createTurns } from './storage/turns'

const vote = z.strictObject({
  article: articleId,
  choice: z.string(),
  /** Hash of article and voter: says who voted twice here, and not who voted elsewhere. */
  voter: z.string(),
  at: instant,
})

/** Votes on polls, one per browser and poll. */
export interface Votes {
  /** Durable when resolved; a second vote by the same voter changes nothing. */
  cast(article: ArticleId, choice: string, voter: string, at: string): Promise<void>
  hasVoted(article: ArticleId, voter: string): boolean
  /** Votes by choice. */
  count(article: ArticleId): ReadonlyMap<string, number>
  close(): Promise<void>
}

interface Ballot {
  readonly counts: Map<string, number>
  readonly voters: Set<string>
}

export async function openVotes(files: Files, directory: string): Promise<Votes> {
  const path = join(directory, 'votes.ndjson')
  const ballots = new Map<ArticleId, Ballot>()
  const inTurn = createTurns()
  for await (const { record } of readLines(files, path, vote)) add(record)
  const log = await openAppendLog(files, path)

  function add({ article, choice, voter }: z.infer<typeof vote>): void {
    const ballot = ballots.get(article) ?? { counts: new Map(), voters: new Set() }
    ballots.set(article, ballot)
    ballot.voters.add(voter)
    ballot.counts.set(choice, (ballot.counts.get(choice) ?? 0) + 1)
  }

  return {
    cast: (article, choice, voterId, at) =>
      inTurn(article, async () => {
        const voter = voterHash(article, voterId)
        if (ballots.get(article)?.voters.has(voter)) return
        const entry = { article, choice, voter, at }
        await log.append(Buffer.from(`${JSON.stringify(entry)}\n`))
        add(entry)
      }),
    hasVoted: (article, voter) => ballots.get(article)?.voters.has(voterHash(article, voter)) ?? false,
    count: article => ballots.get(article)?.counts ?? new Map(),
    close: () => log.close(),
  }
}

function voterHash(article: ArticleId, voter: string): string {
  return createHash('sha256').update(`${article}.${voter}`).digest('base64url')
}
