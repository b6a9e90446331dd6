import { problem } from '#common/api/problems/problem'
import type { Article } from '#common/domain/article'
import { instantNow } from '#common/domain/environment'
import { ok, refuse } from '#common/domain/result'
import {
  firstRules,
  type ReviewPolicy,
  type ReviewRoute,
  type ReviewRules,
  routeFor,
  signingRoles,
} from '#common/domain/review-policy'
import { findAccount, nameOf } from '#main/accounts/people'
import { auditEvent, type Core, type Handlers } from '#main/core/capability'

/** Every policy there was, newest first. */
function policies(core: Core): readonly ReviewPolicy[] {
  return [...core.store.all('reviewPolicies').values()].sort((a, b) => b.number - a.number)
}

/** The levels an article of this kind and category goes through when it is submitted now. */
export function routeNow(core: Core, article: Pick<Article, 'kind' | 'category'>): ReviewRoute {
  const [policy] = policies(core)
  return routeFor(policy ?? firstRules, policy?.number ?? 0, article)
}

/** The office's levels: read by all, decided by administrators, every version kept. */
export function createPolicy(core: Core): Handlers<'review.policy' | 'review.setPolicy'> {
  const view = () => {
    const all = policies(core)
    const { levels, exceptions, sameSigner }: ReviewRules = all[0] ?? firstRules
    return {
      rules: { levels, exceptions, sameSigner },
      history: all.map(({ by, ...policy }) => ({ ...policy, byName: nameOf(core, by) })),
    }
  }
  return {
    'review.policy': () => ok(view()),

    'review.setPolicy': async ({ rules }, { account }) => {
      const withoutRight = peopleOf(rules)
        .map(id => findAccount(core, id))
        .find(person => !(person?.active === true && signingRoles.some(role => person.roles.includes(role))))
      if (peopleOf(rules).some(id => findAccount(core, id) === undefined))
        return refuse(problem('account-not-found'))
      if (withoutRight !== undefined)
        return refuse(problem('signer-without-right', { name: withoutRight.name }))
      const number = (policies(core)[0]?.number ?? 0) + 1
      const put: ReviewPolicy = {
        ...rules,
        id: String(number),
        number,
        by: account.id,
        at: instantNow(core.environment),
      }
      await core.store.commit({
        event: auditEvent(core, 'review.policy-set', account.id, null, { number, ...rules }),
        changes: [{ collection: 'reviewPolicies', put }],
      })
      core.announce({ kind: 'accounts-changed' })
      return ok(view())
    },
  }
}

function peopleOf({ levels, exceptions }: ReviewRules) {
  return [...levels, ...exceptions.flatMap(exception => exception.levels)].flatMap(({ signers }) =>
    signers.kind === 'people' ? signers.accounts : [],
  )
}
