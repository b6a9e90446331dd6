import type { Node } from 'prosemirror-model'
import { z } from 'zod'
import { blobReference, blobsOf } from '#common/document/revision-body'
import { focusPoint, readFocus } from '#common/domain/focus-point'
import { blobHash, instant } from '#common/domain/ids'

export const correctionNotice = z.strictObject({
  number: z.int().positive(),
  text: z.string().max(2_000),
  at: instant,
})

export const cardPoll = z.strictObject({
  question: z.string(),
  opensAt: instant.nullable(),
  closesAt: instant.nullable(),
  choices: z.array(z.strictObject({ choice: z.string(), text: z.string() })),
})
export type CardPoll = z.infer<typeof cardPoll>

/** What lists, blocks and feeds need of a visible article, read from its verified document. */
export const card = z.strictObject({
  slug: z.string(),
  publishedAt: instant,
  kind: z.string(),
  category: z.string(),
  headline: z.string(),
  lead: z.string(),
  hotUntil: instant.nullable(),
  /** Where the original stands, for a repost. */
  original: z.string().nullable(),
  picture: z.strictObject({ hash: blobHash, alt: z.string(), focus: focusPoint.optional() }).nullable(),
  blobs: z.array(blobReference),
  poll: cardPoll.nullable(),
  /** Corrections since it was published, oldest first. */
  notices: z.array(correctionNotice),
})
export type Card = z.infer<typeof card>

/** What the operator adds to the approved document. */
export type Placement = Pick<Card, 'slug' | 'publishedAt' | 'notices'>

export function cardOf(document: Node, placement: Placement): Card {
  const { kind, category, hotUntil, sourceUrl } = document.attrs
  return {
    ...placement,
    kind: String(kind),
    category: String(category),
    headline: document.child(0).textContent.trim(),
    lead: document.child(1).textContent.trim(),
    hotUntil: typeof hotUntil === 'string' ? hotUntil : null,
    original: kind === 'repost' && typeof sourceUrl === 'string' ? sourceUrl : null,
    picture: firstPicture(document),
    blobs: blobsOf(document),
    poll: pollsOf(document)[0] ?? null,
  }
}

export function pollsOf(document: Node): CardPoll[] {
  return nodesOf(document, 'poll').map(poll => ({
    question: String(poll.attrs.question),
    opensAt: optionalInstant(poll.attrs.opensAt),
    closesAt: optionalInstant(poll.attrs.closesAt),
    choices: poll.children.map(node => ({ choice: String(node.attrs.choice), text: node.textContent })),
  }))
}

/** Votes count while the poll is open; a poll without dates always is. */
export function pollState(
  poll: Pick<CardPoll, 'opensAt' | 'closesAt'>,
  nowMs: number,
): 'not-yet' | 'open' | 'closed' {
  if (poll.opensAt !== null && nowMs < Date.parse(poll.opensAt)) return 'not-yet'
  return poll.closesAt !== null && nowMs >= Date.parse(poll.closesAt) ? 'closed' : 'open'
}

function firstPicture(document: Node): Card['picture'] {
  const [figure] = nodesOf(document, 'figure')
  if (figure === undefined) return null
  const focus = readFocus(figure.attrs.focus)
  return {
    hash: blobHash.parse(figure.attrs.image),
    alt: String(figure.attrs.alt),
    ...(focus === null ? {} : { focus }),
  }
}

function nodesOf(document: Node, type: string): Node[] {
  const found: Node[] = []
  document.descendants(node => {
    if (node.type.name === type) found.push(node)
  })
  return found
}

function optionalInstant(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
