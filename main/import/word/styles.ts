import { childOf, childrenOf, readXml, type XmlElement } from '../package/read-xml'
import type { ZipPackage } from '../package/read-zip'
import { joinLooks, plainRunLook, type RunLook, readRunLook } from './run-look'

/** A style with everything it inherits. */
export interface Style {
  readonly name: string
  readonly run: RunLook
  readonly headingLevel: number | null
  readonly numbering: { readonly id: string; readonly level: number } | null
  readonly centred: boolean
}

export interface Styles {
  /** Of a paragraph or character style; the document's defaults for an unknown or missing id. */
  of(id: string | undefined): Style
}

const deepestInheritance = 30

export function readStyles(zip: ZipPackage, part: string | null): Styles {
  const root = part === null || !zip.has(part) ? undefined : readXml(zip, part)
  const defaults = childOf(childOf(childOf(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr')
  const base: Style = {
    name: '',
    run: joinLooks(plainRunLook, readRunLook(defaults)),
    headingLevel: null,
    numbering: null,
    centred: false,
  }
  const elements = new Map<string, XmlElement>()
  let normal: string | undefined
  for (const element of childrenOf(root, 'w:style')) {
    const id = element.attributes['w:styleId'] ?? ''
    elements.set(id, element)
    if (element.attributes['w:default'] === '1' && element.attributes['w:type'] === 'paragraph') normal = id
  }
  const known = new Map<string, Style>()

  function resolve(id: string | undefined, depth: number): Style {
    const element = id === undefined ? undefined : elements.get(id)
    if (id === undefined || element === undefined || depth > deepestInheritance) return base
    const done = known.get(id)
    if (done !== undefined) return done
    const parent = resolve(childOf(element, 'w:basedOn')?.attributes['w:val'], depth + 1)
    const paragraph = childOf(element, 'w:pPr')
    const name = childOf(element, 'w:name')?.attributes['w:val'] ?? ''
    const style: Style = {
      name,
      run: joinLooks(parent.run, readRunLook(childOf(element, 'w:rPr'))),
      headingLevel: headingLevel(id, name) ?? outlineLevel(paragraph) ?? parent.headingLevel,
      numbering: readNumbering(paragraph) ?? parent.numbering,
      centred: isCentred(paragraph) ?? parent.centred,
    }
    known.set(id, style)
    return style
  }

  return { of: id => resolve(id ?? normal, 0) }
}

function headingLevel(id: string, name: string): number | null {
  const match = /^(?:heading|tiêu ?đề|đề ?mục) ?([1-9])$/i.exec(name) ?? /^Heading([1-9])$/i.exec(id)
  return match === null ? null : Number(match[1])
}

/** `w:outlineLvl` counts from 0; 9 is body text. */
export function outlineLevel(paragraph: XmlElement | undefined): number | null {
  const value = Number(childOf(paragraph, 'w:outlineLvl')?.attributes['w:val'] ?? Number.NaN)
  return Number.isInteger(value) && value >= 0 && value <= 8 ? value + 1 : null
}

export function readNumbering(paragraph: XmlElement | undefined): Style['numbering'] {
  const numbering = childOf(paragraph, 'w:numPr')
  if (numbering === undefined) return null
  const id = childOf(numbering, 'w:numId')?.attributes['w:val']
  const level = Number(childOf(numbering, 'w:ilvl')?.attributes['w:val'] ?? 0)
  return id === undefined
    ? null
    : { id, level: Number.isInteger(level) && level >= 0 && level <= 8 ? level : 0 }
}

export function isCentred(paragraph: XmlElement | undefined): boolean | null {
  const value = childOf(paragraph, 'w:jc')?.attributes['w:val']
  return value === undefined ? null : value === 'center'
}
