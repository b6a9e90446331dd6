import { isDay } from './day'
import { budgetRules, deadlineOf, type LegalRule, ruleOn } from './legal-rules'

export interface BudgetDeadline {
  readonly day: string
  readonly rule: LegalRule
}

/** Last day of the periods whose figures are due after they end. */
const periodEnds: Readonly<Record<string, string>> = {
  'three-months': '03-31',
  'six-months': '06-30',
  'nine-months': '09-30',
}

/** Periods whose days run from the day of the act or of the report. */
const fromDocument: Readonly<Record<string, string>> = {
  decided: 'budget-act',
  settlement: 'budget-act',
  year: 'budget-execution',
}

/** Until when a budget disclosure is due; null where the law counts from a day the article does not name. */
export function budgetDeadline(
  period: string | null,
  year: string | null,
  documentDate: string | null,
): BudgetDeadline | null {
  if (period === null || year === null || !/^\d{4}$/.test(year)) return null
  const end = periodEnds[period]
  const start = end === undefined ? documentDate : `${year}-${end}`
  const id = end === undefined ? fromDocument[period] : 'budget-execution'
  if (id === undefined || start === null || !isDay(start)) return null
  const rule = ruleOn(budgetRules, id, `${year}-01-01`)
  return rule === null ? null : { day: deadlineOf(rule, start), rule }
}
