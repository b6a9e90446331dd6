import { childrenOf, readXml } from './read-xml'
import type { ZipPackage } from './read-zip'

export interface Relation {
  /** Last part of the type's address: `image`, `hyperlink`, `officeDocument`. */
  readonly type: string
  /** A part of the package, or an address outside of it. */
  readonly target: string
  readonly external: boolean
}

/** The relations of a part by id; `''` asks for those of the package. */
export function readRelations(zip: ZipPackage, part: string): ReadonlyMap<string, Relation> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const file = `${folder}_rels/${part.slice(folder.length)}.rels`
  if (!zip.has(file)) return new Map()
  return new Map(
    childrenOf(readXml(zip, file), 'rel:Relationship').map(({ attributes }) => {
      const external = attributes.TargetMode === 'External'
      const target = attributes.Target ?? ''
      return [
        attributes.Id ?? '',
        {
          type: (attributes.Type ?? '').split('/').at(-1) ?? '',
          target: external ? target : resolvePart(folder, target),
          external,
        },
      ]
    }),
  )
}

/** The part of one type that a part refers to; null when there is none in the package. */
export function partOfType(relations: ReadonlyMap<string, Relation>, type: string): string | null {
  for (const relation of relations.values())
    if (relation.type === type && !relation.external) return relation.target
  return null
}

function resolvePart(folder: string, target: string): string {
  const parts = target.startsWith('/') ? [] : folder.split('/').filter(Boolean)
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}
