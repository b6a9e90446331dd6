import type { RuleId } from './rule-table'

/** `error`: surely wrong. `warning`: nearly always wrong. `hint`: a person should look. */
export type Severity = 'error' | 'warning' | 'hint'

/** One thing to mend. `from` and `to` are UTF-16 offsets in the text of block number `block`. */
export interface Finding {
  readonly rule: RuleId
  readonly severity: Severity
  readonly block: number
  readonly from: number
  readonly to: number
  /** What the sentence that explains the rule needs: the words found, the right date … */
  readonly params: Readonly<Record<string, string | number>>
  /** What could stand there instead, best first; none where only a person can know. */
  readonly fixes: readonly string[]
}

/** What a rule says of one block; the number of the block is added by the caller. */
export interface Mark {
  readonly rule: RuleId
  readonly from: number
  readonly to: number
  readonly params?: Readonly<Record<string, string | number>>
  readonly fixes?: readonly string[]
}
