import type { Finding } from '#common/vietnamese/proofreading/finding'
import type { Translate } from '#renderer/text/use-text.ts'

/** Why this was marked, as a sentence. */
export function reasonText(t: Translate, { rule, params }: Pick<Finding, 'rule' | 'params'>): string {
  return t(`proofreading.rules.${rule}`, { ...params })
}

/** The words of a button that puts a fix in; blanks and nothing have names. */
export function fixText(t: Translate, fix: string): string {
  if (fix === '') return t('proofreading.delete')
  return fix.trim() === '' ? t('proofreading.oneSpace') : fix.trim()
}
