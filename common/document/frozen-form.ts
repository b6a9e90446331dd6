import type { Node } from 'prosemirror-model'

interface NodeJson {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly content?: readonly NodeJson[]
}

export interface FrozenForm {
  /** The oldest schema that reads it. */
  readonly schema: number
  readonly document: Record<string, unknown>
}

/**
 * A canonical document as it is frozen: what came with a later schema is left out where it says nothing, so that a text
 * which uses none of it has the bytes it always had, and an older portal takes it.
 */
export function frozenForm(canonical: Node): FrozenForm {
  const { nodes } = canonical.type.schema
  let needed = 1
  const freeze = (json: NodeJson): NodeJson => {
    const { since = 1, later = {} } = nodes[json.type]?.spec ?? {}
    needed = Math.max(needed, Number(since))
    const { attrs, content } = json
    const kept = Object.entries(attrs ?? {}).filter(([name, value]) => {
      const brought: unknown = Reflect.get(Object(later), name)
      if (typeof brought !== 'number') return true
      const says =
        JSON.stringify(value) !== JSON.stringify(nodes[json.type]?.spec.attrs?.[name]?.default ?? null)
      if (says) needed = Math.max(needed, brought)
      return says
    })
    return {
      ...json,
      ...(attrs === undefined ? {} : { attrs: Object.fromEntries(kept) }),
      ...(content === undefined ? {} : { content: content.map(freeze) }),
    }
  }
  const document = freeze(canonical.toJSON())
  return { schema: needed, document: { ...document } }
}
