import { fold } from '#common/vietnamese/fold'
import type { Finding } from '#common/vietnamese/proofreading/finding'

const storageKey = (article: string) => `toa-soan.proofread-ignored.${article}`
const most = 500

/** What a person put aside in one article ("Bỏ qua ở đây"), remembered on this workstation. */
export function ignoredHere(article: string) {
  let entries: readonly string[] = read(article)
  return {
    has: (finding: Pick<Finding, 'rule'>, words: string) => entries.includes(entryOf(finding.rule, words)),
    add: (finding: Pick<Finding, 'rule'>, words: string) => {
      entries = [...entries, entryOf(finding.rule, words)].slice(-most)
      localStorage.setItem(storageKey(article), JSON.stringify(entries))
    },
  }
}

export type IgnoredHere = ReturnType<typeof ignoredHere>

function entryOf(rule: string, words: string): string {
  return `${rule} ${fold(words).slice(0, 200)}`
}

/** What another program left there is no reason to fail. */
function read(article: string): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey(article)) ?? '[]')
    return Array.isArray(stored) ? stored.filter(entry => typeof entry === 'string') : []
  } catch {
    return []
  }
}
