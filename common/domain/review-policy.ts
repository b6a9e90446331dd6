import { z } from 'zod'
import type { Actor } from './account'
import { accountId, instant } from './ids'

/** Roles a level may ask for; people named by a level hold one of them too (docs/workflow.md, W18). */
export const signingRoles = ['editor', 'reviewer'] as const

/** One signature an article needs. `name` as screens and seals have it: "Trưởng ban biên tập". */
export const reviewLevel = z.strictObject({
  name: z.string().trim().min(1).max(80),
  signers: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('role'), role: z.enum(signingRoles) }),
    z.strictObject({ kind: z.literal('people'), accounts: z.array(accountId).min(1).max(50) }),
  ]),
})
export type ReviewLevel = z.infer<typeof reviewLevel>

const levels = z.array(reviewLevel).min(1).max(6)

/** The levels one article goes through, as they were when it was submitted; `policy` is the number of that policy. */
export const reviewRoute = z.strictObject({
  policy: z.int().nonnegative(),
  levels,
  /** One person may sign more than one level; never a text of their own. */
  sameSigner: z.boolean(),
})
export type ReviewRoute = z.infer<typeof reviewRoute>

/** Other levels for some articles; an empty list means every kind, or every category. */
const exception = z.strictObject({
  kinds: z.array(z.string().max(40)).max(50),
  categories: z.array(z.string().max(200)).max(200),
  levels,
})

/** What an office decides about its levels. The first exception that fits an article counts, else `levels`. */
export const reviewRules = z.strictObject({
  levels,
  exceptions: z.array(exception).max(50),
  sameSigner: z.boolean(),
})
export type ReviewRules = z.infer<typeof reviewRules>

/** Every policy there ever was, numbered 1…n; the newest is in force. */
export const reviewPolicy = reviewRules.extend({
  id: z.string(),
  number: z.int().positive(),
  by: accountId,
  at: instant,
})
export type ReviewPolicy = z.infer<typeof reviewPolicy>

/** Until an administrator decides otherwise: one reviewer. */
export const firstRules: ReviewRules = {
  levels: [{ name: 'Người duyệt', signers: { kind: 'role', role: 'reviewer' } }],
  exceptions: [],
  sameSigner: false,
}

/** The levels an article goes through under these rules. */
export function routeFor(
  rules: ReviewRules,
  policy: number,
  article: { readonly kind: string; readonly category: string | null },
): ReviewRoute {
  const fits = (wanted: readonly string[], value: string | null) =>
    wanted.length === 0 || (value !== null && wanted.includes(value))
  const found = rules.exceptions.find(
    ({ kinds, categories }) => fits(kinds, article.kind) && fits(categories, article.category),
  )
  return { policy, levels: (found ?? rules).levels, sameSigner: rules.sameSigner }
}

export function mayFill(level: ReviewLevel, actor: Actor): boolean {
  return level.signers.kind === 'role'
    ? actor.roles.includes(level.signers.role)
    : level.signers.accounts.includes(actor.id)
}
