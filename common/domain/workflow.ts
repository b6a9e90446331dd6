import { type Actor, may, type Permission } from './account'
import type { Article, Stage } from './article'
import { ok, type Result, refuse } from './result'
import { firstRules, mayFill, type ReviewLevel, type ReviewRoute, routeFor } from './review-policy'

/** Everything a person can do to an article in the newsroom; publishing has its own machine (publication.ts). */
export const actions = [
  'edit',
  'suggest',
  'comment',
  'submit',
  'withdraw',
  'claim',
  'release',
  'return',
  'approve',
  'publish-urgently',
  'reopen',
  'spike',
  'restore',
] as const
export type Action = (typeof actions)[number]

/** Conditions beyond role and stage; each is one numbered rule of docs/workflow.md. */
type Guard =
  | 'own-or-edit-others'
  | 'not-own-work'
  | 'claimant-or-unclaimed'
  | 'claimant'
  | 'has-revision'
  | 'signs-here'

interface Transition {
  readonly from: readonly Stage[]
  /** `same` keeps the stage; `before-spike` goes back to where it was; `next-level`: approved after the last level. */
  readonly to: Stage | 'same' | 'before-spike' | 'next-level'
  readonly permission: Permission
  readonly guards: readonly Guard[]
}

/** The workflow as a table (docs/workflow.md, W2): adding a step is adding a row. */
export const transitions = {
  edit: {
    from: ['draft', 'returned', 'in-review'],
    to: 'same',
    permission: 'article.read',
    guards: ['own-or-edit-others'],
  },
  // W13: a suggestion changes no word of the text, so it needs no part in it.
  suggest: {
    from: ['draft', 'returned', 'in-review'],
    to: 'same',
    permission: 'article.suggest',
    guards: ['claimant-or-unclaimed'],
  },
  // W14: what is said beside the text is open to all who work on it, at every stage.
  comment: {
    from: ['draft', 'submitted', 'in-review', 'returned', 'approved'],
    to: 'same',
    permission: 'article.comment',
    guards: [],
  },
  submit: {
    from: ['draft', 'returned', 'in-review'],
    to: 'submitted',
    permission: 'article.read',
    guards: ['own-or-edit-others'],
  },
  withdraw: { from: ['submitted'], to: 'draft', permission: 'article.write', guards: ['own-or-edit-others'] },
  claim: { from: ['submitted'], to: 'in-review', permission: 'article.edit-others', guards: [] },
  release: { from: ['in-review'], to: 'submitted', permission: 'article.edit-others', guards: ['claimant'] },
  return: {
    from: ['submitted', 'in-review'],
    to: 'returned',
    permission: 'article.edit-others',
    guards: ['claimant-or-unclaimed'],
  },
  approve: {
    from: ['submitted', 'in-review'],
    to: 'next-level',
    permission: 'article.sign',
    guards: ['has-revision', 'not-own-work', 'claimant-or-unclaimed', 'signs-here'],
  },
  // W21: readers get the submitted text at once; who decides so may have written it, since the approval is still to come.
  'publish-urgently': {
    from: ['submitted', 'in-review'],
    to: 'same',
    permission: 'article.urgent',
    guards: ['has-revision'],
  },
  reopen: { from: ['approved'], to: 'draft', permission: 'article.read', guards: ['own-or-edit-others'] },
  spike: {
    from: ['draft', 'returned', 'submitted', 'in-review', 'approved'],
    to: 'spiked',
    permission: 'article.read',
    guards: ['own-or-edit-others'],
  },
  restore: {
    from: ['spiked'],
    to: 'before-spike',
    permission: 'article.read',
    guards: ['own-or-edit-others'],
  },
} as const satisfies Record<Action, Transition>

/** Why an action is refused; each has words in both catalogues. */
export type Refusal =
  | { readonly code: 'not-permitted'; readonly params: { readonly permission: string } }
  | { readonly code: 'wrong-stage'; readonly params: { readonly action: string; readonly stage: string } }
  | { readonly code: 'own-work'; readonly params: Record<string, never> }
  | { readonly code: 'claimed-by-other'; readonly params: { readonly account: string } }
  | { readonly code: 'no-revision'; readonly params: Record<string, never> }
  | { readonly code: 'other-level'; readonly params: { readonly level: string } }
  | { readonly code: 'signed-before'; readonly params: { readonly level: string } }

export interface Decision {
  readonly action: Action
  readonly to: Stage
}

/** Pure: says whether the actor may do this now and where the article goes. Checks role, then stage, then guards. */
export function decide(action: Action, article: Article, actor: Actor): Result<Decision, Refusal> {
  const transition: Transition = transitions[action]
  if (!may(actor, transition.permission)) {
    return refuse({ code: 'not-permitted', params: { permission: transition.permission } })
  }
  if (!transition.from.includes(article.stage)) {
    return refuse({ code: 'wrong-stage', params: { action, stage: article.stage } })
  }
  for (const guard of transition.guards) {
    const refusal = guards[guard](article, actor)
    if (refusal !== null) return refuse(refusal)
  }
  return ok({ action, to: destination(transition, article) })
}

/** The levels this article goes through. */
export function routeOf(article: Article): ReviewRoute {
  return article.route ?? routeFor(firstRules, 0, article)
}

/** The level that has to sign now; undefined when all have. */
export function nextLevel(article: Article): ReviewLevel | undefined {
  return routeOf(article).levels[article.signed?.length ?? 0]
}

export function isLastLevel(article: Article): boolean {
  return (article.signed?.length ?? 0) + 1 >= routeOf(article).levels.length
}

export function allowedActions(article: Article, actor: Actor): readonly Action[] {
  return actions.filter(action => decide(action, article, actor).ok)
}

function destination(transition: Transition, article: Article): Stage {
  switch (transition.to) {
    case 'same':
      return article.stage
    case 'next-level':
      return isLastLevel(article) ? 'approved' : 'submitted'
    case 'before-spike':
      // W9: a claim does not outlive the spike.
      return article.spiked === null || article.spiked.from === 'in-review' ? 'draft' : article.spiked.from
    default:
      return transition.to
  }
}

const guards: Record<Guard, (article: Article, actor: Actor) => Refusal | null> = {
  // W4: own text as its author; other people's text needs the right to edit it, and in review the claim.
  'own-or-edit-others': (article, actor) => {
    if (article.stage === 'in-review') return guards.claimant(article, actor)
    const own = article.createdBy === actor.id || article.authors.includes(actor.id)
    if (own && may(actor, 'article.write')) return null
    return may(actor, 'article.edit-others')
      ? null
      : { code: 'not-permitted', params: { permission: 'article.edit-others' } }
  },
  // W7: nobody approves a text they wrote a part of, whatever roles they hold.
  'not-own-work': (article, actor) =>
    article.createdBy === actor.id || article.authors.includes(actor.id)
      ? { code: 'own-work', params: {} }
      : null,
  'claimant-or-unclaimed': (article, actor) =>
    article.claim === null ? null : guards.claimant(article, actor),
  claimant: (article, actor) =>
    article.claim?.by === actor.id
      ? null
      : { code: 'claimed-by-other', params: { account: article.claim?.by ?? '' } },
  // W18: the levels sign in their order, each by whom it names; W19: nobody signs two, unless the policy says so.
  'signs-here': (article, actor) => {
    const level = nextLevel(article)
    if (level === undefined || !mayFill(level, actor))
      return { code: 'other-level', params: { level: level?.name ?? '' } }
    const signedBefore = article.signed?.some(({ by }) => by === actor.id) ?? false
    return signedBefore && !routeOf(article).sameSigner
      ? { code: 'signed-before', params: { level: level.name } }
      : null
  },
  'has-revision': article => (article.revision === null ? { code: 'no-revision', params: {} } : null),
}
