import { problemParameters } from '#common/api/problems/problem'
import type { Check } from '#common/api/views'
import { rules } from '#common/vietnamese/proofreading/rule-table'
import type { TextKey } from './catalogues.ts'
import { problemText } from './problem-text.ts'
import type { Translate } from './use-text.ts'

/** The sentence of a check: what must be mended has the words of its problem, advice has words of its own or the proofreader's. */
export function checkText(t: Translate, { code, params }: Pick<Check, 'code' | 'params'>): string {
  if (Object.hasOwn(problemParameters, code)) return problemText(t, { code, params })
  if (Object.hasOwn(rules, code)) return t(`proofreading.rules.${code}` as TextKey, params)
  return t(`check.${code}` as TextKey, params)
}
