import type { Field } from '../field'
import type { Kind } from '../kind'
import { anniversary } from './anniversary'
import { announcement } from './announcement'
import { budgetDisclosure } from './budget-disclosure'
import { commonFields } from './common-fields'
import { event } from './event'
import { guide } from './guide'
import { leadershipSchedule } from './leadership-schedule'
import { news } from './news'
import { poll } from './poll'
import { procedure } from './procedure'
import { repost } from './repost'

/** Every kind, in the order of the menu. A new kind is one file and one line here. */
export const kinds: readonly Kind[] = [
  news,
  announcement,
  leadershipSchedule,
  budgetDisclosure,
  procedure,
  guide,
  event,
  anniversary,
  poll,
  repost,
]

export function findKind(id: string): Kind | undefined {
  return kinds.find(kind => kind.id === id)
}

/** Common fields first, then those of the kind. */
export function fieldsOf(kind: Kind): readonly Field[] {
  return [...commonFields, ...kind.fields]
}

/** Every field of every kind once, by key: the attributes of the document. */
export const allFields: ReadonlyMap<string, Field> = new Map(
  [...commonFields, ...kinds.flatMap(kind => kind.fields)].map(definition => [definition.key, definition]),
)
