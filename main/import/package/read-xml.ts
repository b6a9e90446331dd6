import { SaxesParser } from 'saxes'
import { ImportFault } from '../import-fault'
import { importLimits } from '../import-limits'
import type { ZipPackage } from './read-zip'

/** An element with its namespace as the usual prefix of OOXML (`w:p`, `a:blip`), whatever the file calls it. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

/** Both editions of the standard (transitional, strict) by the last parts of their addresses. */
const prefixes: readonly (readonly [RegExp, string])[] = [
  [/wordprocessingml\/(2006\/)?main$/, 'w'],
  [/spreadsheetml\/(2006\/)?main$/, 'x'],
  [/drawingml\/(2006\/)?main$/, 'a'],
  [/drawingml\/(2006\/)?wordprocessingDrawing$/, 'wp'],
  [/drawingml\/(2006\/)?picture$/, 'pic'],
  [/officeDocument\/(2006\/)?relationships$/, 'r'],
  [/package\/2006\/relationships$/, 'rel'],
  [/officeDocument\/(2006\/)?math$/, 'm'],
  [/markup-compatibility\/2006$/, 'mc'],
  [/wordprocessingShape$/, 'wps'],
  [/schemas-microsoft-com:vml$/, 'v'],
  [/office:office$/, 'o'],
  [/purl\.org\/dc\/elements\/1\.1\/$/, 'dc'],
]

interface Open {
  readonly name: string
  readonly attributes: Record<string, string>
  readonly children: (XmlElement | string)[]
}

/**
 * Parses one part of a package as it is unpacked. A DOCTYPE is refused, so there are no entities to expand and nothing to
 * fetch; depth, elements and text have caps. Throws `ImportFault`.
 */
export function readXml(zip: ZipPackage, part: string): XmlElement {
  const decoder = new TextDecoder(encodingOf(zip, part))
  return parseXml(write => {
    zip.read(part, piece => write(decoder.decode(piece, { stream: true })))
    write(decoder.decode())
  })
}

/** The same for text that is at hand, in pieces. */
export function parseXml(feed: (write: (text: string) => void) => void): XmlElement {
  const root: Open = { name: '', attributes: {}, children: [] }
  const open: Open[] = [root]
  let elements = 0
  let characters = 0
  const parser = new SaxesParser({ xmlns: true, position: false })
  const addText = (text: string) => {
    characters += text.length
    if (characters > importLimits.characters * 2) throw new ImportFault('too-large')
    open.at(-1)?.children.push(text)
  }
  parser.on('doctype', () => {
    throw new ImportFault('unsafe')
  })
  parser.on('error', () => {
    throw new ImportFault('unreadable')
  })
  parser.on('opentag', tag => {
    elements += 1
    if (elements > importLimits.elements) throw new ImportFault('too-large')
    if (open.length > importLimits.depth) throw new ImportFault('too-deep')
    const attributes: Record<string, string> = {}
    for (const { uri, local, value } of Object.values(tag.attributes)) attributes[named(uri, local)] = value
    const element: Open = { name: named(tag.uri, tag.local), attributes, children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.on('text', addText)
  parser.on('cdata', addText)
  feed(text => parser.write(text))
  parser.close()
  const top = root.children.find(isElement)
  if (top === undefined) throw new ImportFault('unreadable')
  return top
}

const known = new Map<string, string>()

function named(uri: string, local: string): string {
  if (uri === '') return local
  let prefix = known.get(uri)
  if (prefix === undefined) {
    prefix = prefixes.find(([pattern]) => pattern.test(uri))?.[1] ?? '?'
    if (known.size < 1_000) known.set(uri, prefix)
  }
  return `${prefix}:${local}`
}

/** XML is UTF-8 unless it begins with the marks of UTF-16. */
function encodingOf(zip: ZipPackage, part: string): string {
  const [a, b] = zip.start(part)
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8'
}

export function isElement(child: XmlElement | string): child is XmlElement {
  return typeof child !== 'string'
}

export function childrenOf(element: XmlElement | undefined, name?: string): readonly XmlElement[] {
  const children = element?.children.filter(isElement) ?? []
  return name === undefined ? children : children.filter(child => child.name === name)
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child): child is XmlElement => isElement(child) && child.name === name)
}

export function textOf(element: XmlElement): string {
  return element.children.map(child => (isElement(child) ? textOf(child) : child)).join('')
}

/** Every element of that name below, in reading order. */
export function allBelow(element: XmlElement, name: string): XmlElement[] {
  return childrenOf(element).flatMap(child => [
    ...(child.name === name ? [child] : []),
    ...allBelow(child, name),
  ])
}
