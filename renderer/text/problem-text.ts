import type { ProblemCode } from '#common/api/problems/problem'
import type { TextKey } from './catalogues.ts'
import type { Translate } from './use-text.ts'

/** The sentence of a problem in the chosen language; machine words among its parameters are named too. */
export function problemText(
  t: Translate,
  problem: { readonly code: string; readonly params: object },
): string {
  const params = Object.fromEntries(
    Object.entries(problem.params).map(([key, value]) => [key, nameParameter(t, problem.code, key, value)]),
  )
  return t(`problems:${problem.code as ProblemCode}`, params)
}

function nameParameter(t: Translate, code: string, key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value
  const name = (namedParameters[`${code}.${key}`] ?? namedParameters[key])?.(value)
  return name === undefined ? value : t(name, { defaultValue: value })
}

/** Parameters, of every problem or of one, whose values are identifiers of the domain, and the texts that name them. */
const namedParameters: Readonly<Record<string, (value: string) => TextKey>> = {
  stage: value => `chips.${value}` as TextKey,
  permission: value => `permissions.${value}` as TextKey,
  state: value => `states.${value}` as TextKey,
  'seal-invalid.reason': value => `sealReasons:${value}` as TextKey,
  task: value => `safekeeping.doing.${value}` as TextKey,
}
