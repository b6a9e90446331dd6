import { z } from 'zod'
import { accountId, instant } from './ids'

export const roles = ['writer', 'editor', 'reviewer', 'operator', 'administrator'] as const
export const role = z.enum(roles)
export type Role = z.infer<typeof role>

/** What an operation may demand of its caller; roles grant sets of them (docs/workflow.md, W1). */
export const permissions = {
  'article.read': ['writer', 'editor', 'reviewer', 'operator', 'administrator'],
  'article.write': ['writer', 'editor'],
  'article.edit-others': ['editor', 'reviewer'],
  'article.suggest': ['writer', 'editor', 'reviewer'],
  'article.comment': ['writer', 'editor', 'reviewer', 'operator'],
  'article.sign': ['editor', 'reviewer'],
  'article.urgent': ['reviewer', 'operator'],
  'article.spike': ['editor', 'reviewer'],
  'article.publish': ['operator'],
  'portal.manage': ['administrator'],
  'account.manage': ['administrator'],
  'audit.read': ['reviewer', 'administrator'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissions

/** Public half of a person's signing key, as an Ed25519 JWK. `demo` keys are refused by real portals. */
export const signingKey = z.strictObject({
  kid: z.string().min(8).max(64),
  publicJwk: z.strictObject({
    kty: z.literal('OKP'),
    crv: z.literal('Ed25519'),
    x: z.string().min(40).max(50),
  }),
  demo: z.boolean(),
  createdAt: instant,
  retiredAt: instant.nullable(),
})

export const account = z.strictObject({
  id: accountId,
  /** As printed in the newsroom and in seals: "Nguyễn Thị Lan". */
  name: z.string().trim().min(1).max(80),
  signInName: z.string().regex(/^[a-z0-9.-]{2,40}$/),
  roles: z.array(role).min(1),
  demo: z.boolean(),
  active: z.boolean(),
  createdAt: instant,
})
export type Account = z.infer<typeof account>

/** The account behind one request, as the host established it. */
export type Actor = Pick<Account, 'id' | 'roles'>

export function may(actor: Pick<Account, 'roles'>, permission: Permission): boolean {
  const granted: readonly Role[] = permissions[permission]
  return actor.roles.some(held => granted.includes(held))
}
