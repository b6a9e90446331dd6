// @ts-check

/**
 * @typedef {{
 *   readonly passed: number
 *   readonly failed: number
 *   readonly skipped: readonly { readonly name: string, readonly reason: string }[]
 * }} Tally
 */

/** @type {Tally} */
export const emptyTally = { passed: 0, failed: 0, skipped: [] }

/**
 * @param {Tally} one
 * @param {Tally} other
 * @returns {Tally}
 */
export function total(one, other) {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: [...one.skipped, ...other.skipped],
  }
}
