import type { Node } from 'prosemirror-model'
import type { Transform } from 'prosemirror-transform'
import type { FieldValue } from '../domain/field'
import { headlineOf, readerOf } from '../domain/kinds/read-document'
import { findKind } from '../domain/kinds/registry'

/** Sets a field together with what follows it: fields its kind reckons from it, and a headline nobody wrote. */
export function setFieldIn<Change extends Transform>(change: Change, key: string, value: FieldValue): Change {
  const { attrs } = change.doc
  const followers =
    typeof value === 'string' ? findKind(String(attrs.kind))?.follow?.(readerOf({ attrs }), key, value) : {}
  return setFields(change, { ...followers, [key]: value })
}

/** Sets fields as they are; a headline that its kind proposed for the old ones becomes the one for the new ones. */
export function setFields<Change extends Transform>(
  change: Change,
  fields: Readonly<Record<string, FieldValue>>,
): Change {
  const before = proposedHeadline(change.doc)
  const isOurs = ['', before].includes(headlineOf(change.doc))
  for (const [key, value] of Object.entries(fields)) change.setDocAttribute(key, value)
  const now = proposedHeadline(change.doc)
  if (isOurs && now !== '' && now !== headlineOf(change.doc))
    change.replaceWith(1, 1 + change.doc.child(0).content.size, change.doc.type.schema.text(now))
  return change
}

/** What the article's kind calls it by its fields; empty where it proposes nothing. */
export function proposedHeadline({ attrs }: Pick<Node, 'attrs'>): string {
  return findKind(String(attrs.kind))?.headlineFrom?.(readerOf({ attrs })) ?? ''
}
