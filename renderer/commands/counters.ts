import type { Counters } from '#common/api/views'

export type Counter = keyof Counters

/** Counters of the desk as they stand in an address: `#/ban-viec/tra-lai`. */
export const slugOfCounter: Readonly<Record<Counter, string>> = {
  returnedToMe: 'tra-lai',
  waitingForMyReview: 'cho-toi-duyet',
  waitingToPush: 'cho-day',
  urgent: 'dang-khan',
  attention: 'can-xu-ly',
  mentioned: 'nhac-ten',
  drafts: 'ban-nhap',
  all: 'tat-ca',
}

export function counterOfSlug(slug: string | undefined): Counter {
  const found = Object.entries(slugOfCounter).find(([, candidate]) => candidate === slug)
  return (found?.[0] as Counter | undefined) ?? 'all'
}
