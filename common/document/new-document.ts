import type { Node } from 'prosemirror-model'
import type { Kind } from '../domain/kind'
import { schema } from './schema'

/** The document of a fresh article of this kind: empty headline and lead, the kind's template as body. */
export function newDocument(kind: Kind, fields: Readonly<Record<string, unknown>> = {}): Node {
  return schema.nodeFromJSON({
    type: 'doc',
    attrs: { ...fields, kind: kind.id },
    content: [{ type: 'headline' }, { type: 'lead' }, ...kind.template],
  })
}
