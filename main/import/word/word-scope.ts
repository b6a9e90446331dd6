import type { Losses, Picture } from '../blocks/blocks'
import { importLimits } from '../import-limits'
import type { XmlElement } from '../package/read-xml'
import type { ZipPackage } from '../package/read-zip'
import type { Relation } from '../package/relations'
import type { Numbering } from './numbering'
import type { Styles } from './styles'

/** A field that began and has not ended: its code says what it is, its result is what the page shows. */
export interface Field {
  code: string
  inResult: boolean
}

/** What reading a document's parts shares. */
export interface WordScope {
  readonly zip: ZipPackage
  readonly relations: ReadonlyMap<string, Relation>
  readonly styles: Styles
  readonly numbering: Numbering
  readonly losses: Losses
  readonly pictures: Picture[]
  readonly fields: Field[]
  /** Footnotes and endnotes in the order of their marks. */
  readonly notes: XmlElement[]
  readonly findNote: (kind: 'footnote' | 'endnote', id: string) => XmlElement | undefined
}

/** Puts a picture of the package into the list and answers with its place; null when it is not there. */
export function takePicture(scope: WordScope, relation: Relation | undefined): number | null {
  if (relation === undefined) return null
  if (relation.external || !scope.zip.has(relation.target)) {
    scope.losses.add('pictures-outside')
    return null
  }
  if (scope.pictures.length >= importLimits.pictures) {
    scope.losses.add('pictures-too-many')
    return null
  }
  const name = relation.target.split('/').at(-1) ?? 'image'
  scope.pictures.push({ bytes: scope.zip.bytes(relation.target), name })
  return scope.pictures.length - 1
}

/** Fields that show something for readers; of others only the result counts. */
export function linkOfFields(fields: readonly Field[]): string | undefined {
  const link = fields.findLast(field => /^\s*HYPERLINK\b/i.test(field.code))
  return /HYPERLINK\s+"([^"]+)"/i.exec(link?.code ?? '')?.[1]
}
