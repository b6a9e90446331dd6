import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { setFields } from '#common/document/follow-fields'
import { newDocument } from '#common/document/new-document'
import type { Kind } from '#common/domain/kind'
import { fold } from '#common/vietnamese/fold'
import type { Core } from '#main/core/capability'

/** What an article of this kind begins with on a day: its own document (or this one) with the kind's fields, category and headline. */
export function beginArticle(core: Core, kind: Kind, day: string, from: Node = newDocument(kind)): Node {
  const category = from.attrs.category ?? usualCategory(core, kind)
  return setFields(new Transform(from), { category, ...kind.fieldsOn?.(day) }).doc
}

/** Where the newest one of its kind stands, else the portal's category of its usual name; null when there is neither. */
function usualCategory({ store }: Core, kind: Kind): string | null {
  if (kind.usualCategory === undefined) return null
  const known = [...store.all('portals').values()].flatMap(({ categories }) => categories)
  let newest = { changed: -1, category: '' }
  for (const { kind: its, category, changed } of store.all('articles').values())
    if (its === kind.id && category !== null && changed > newest.changed) newest = { changed, category }
  if (known.some(({ id }) => id === newest.category)) return newest.category
  const named = kind.usualCategory.map(wanted => known.find(({ name }) => fold(name) === fold(wanted)))
  return named.find(found => found !== undefined)?.id ?? null
}
