import { addDays } from './day'

/**
 * A duty of the law as data: texts change, so nothing of them is a constant. `verifiedOn` is the day somebody held the
 * rule against the promulgated text; while it is null the rule is shown as unverified and never blocks.
 */
export interface LegalRule {
  readonly id: string
  readonly title: string
  /** Article and clause. */
  readonly article: string
  readonly source: string
  /** Budget years (for the budget) or days the rule holds for; both included, null is open. */
  readonly validFrom: string
  readonly validTo: string | null
  readonly deadlineDays: number
  readonly verifiedOn: string | null
}

const budget2026 = 'Nghị định 73/2026/NĐ-CP'
const budget2016 = 'Nghị định 163/2016/NĐ-CP'

/** Publication of the commune's budget. `validFrom` and `validTo` are budget years here. */
export const budgetRules: readonly LegalRule[] = [
  rule('budget-act', 'Công khai dự toán, quyết toán', 'Điều 37 khoản 2', budget2026, 2026, null, 30),
  rule('budget-execution', 'Công khai tình hình thực hiện', 'Điều 37 khoản 3', budget2026, 2026, null, 10),
  rule('budget-act', 'Công khai dự toán, quyết toán', 'Điều 49', budget2016, 2017, 2025, 30),
  rule('budget-execution', 'Công khai tình hình thực hiện', 'Điều 49', budget2016, 2017, 2025, 15),
]

function rule(
  id: string,
  title: string,
  article: string,
  source: string,
  from: number,
  to: number | null,
  deadlineDays: number,
): LegalRule {
  const year = (value: number | null, end: string) => (value === null ? null : `${value}-${end}`)
  return {
    id,
    title,
    article,
    source,
    validFrom: `${from}-01-01`,
    validTo: year(to, '12-31'),
    deadlineDays,
    verifiedOn: null,
  }
}

/** The rule of that id which holds on a day, or null. */
export function ruleOn(rules: readonly LegalRule[], id: string, day: string): LegalRule | null {
  return (
    rules.find(
      rule => rule.id === id && rule.validFrom <= day && (rule.validTo === null || day <= rule.validTo),
    ) ?? null
  )
}

/** The last day of a duty that runs from `start`. */
export function deadlineOf(rule: LegalRule, start: string): string {
  return addDays(start, rule.deadlineDays)
}
