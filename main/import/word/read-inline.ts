import type { Block, Run } from '../blocks/blocks'
import { allBelow, childOf, childrenOf, textOf, type XmlElement } from '../package/read-xml'
import { joinLooks, marksOf, type RunLook, readRunLook } from './run-look'
import { symbolOf } from './symbols'
import { linkOfFields, takePicture, type WordScope } from './word-scope'

/** What stands in a paragraph: text, and what has to become blocks of its own. */
export type Inline =
  | Run
  | { readonly block: Exclude<Block, { kind: 'paragraph' }> }
  | { readonly box: XmlElement }

interface Around {
  /** Of the paragraph's style. */
  readonly look: RunLook
  readonly href?: string | undefined
}

/** Everything that reads through to its content: revisions that were made, Word's own tags. */
const transparent = new Set([
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:fldSimple',
  'w:dir',
  'w:bdo',
])

export function readInline(scope: WordScope, parent: XmlElement, around: Around): Inline[] {
  return childrenOf(parent).flatMap((child): Inline[] => {
    if (transparent.has(child.name)) return readInline(scope, child, around)
    switch (child.name) {
      case 'w:r':
        return readRun(scope, child, around)
      case 'w:hyperlink':
        return readInline(scope, child, { ...around, href: addressOf(scope, child) ?? around.href })
      case 'w:del':
      case 'w:moveFrom':
        scope.losses.add('deleted-text')
        return []
      case 'm:oMath':
      case 'm:oMathPara':
        return [{ text: allBelow(child, 'm:t').map(textOf).join(''), marks: [] }]
      case 'mc:AlternateContent':
        return readInline(scope, alternative(child), around)
      default:
        return []
    }
  })
}

function addressOf(scope: WordScope, link: XmlElement): string | undefined {
  const relation = scope.relations.get(link.attributes['r:id'] ?? '')
  return relation?.external === true ? relation.target : undefined
}

/** The newer of two ways to draw the same thing, unless only the older one holds something. */
function alternative(element: XmlElement): XmlElement {
  const choice = childOf(element, 'mc:Choice')
  const fallback = childOf(element, 'mc:Fallback')
  const speaks = (part: XmlElement) =>
    ['w:txbxContent', 'a:blip', 'w:t', 'v:imagedata'].some(name => allBelow(part, name).length > 0)
  if (choice !== undefined && (speaks(choice) || fallback === undefined)) return choice
  return fallback ?? element
}

function readRun(scope: WordScope, run: XmlElement, around: Around): Inline[] {
  const properties = childOf(run, 'w:rPr')
  const styleId = childOf(properties, 'w:rStyle')?.attributes['w:val']
  const styled = styleId === undefined ? around.look : joinLooks(around.look, scope.styles.of(styleId).run)
  const look = joinLooks(styled, readRunLook(properties))
  const found: Inline[] = []
  const add = (text: string) => {
    if (text === '' || scope.fields.some(field => !field.inResult || /^\s*TOC\b/i.test(field.code))) return
    if (look.hidden === true) return scope.losses.add('hidden-text')
    const href = linkOfFields(scope.fields) ?? around.href
    found.push({ text, marks: marksOf(look), font: look.font, href })
  }
  readPieces(scope, run, { add, found, font: look.font })
  return found
}

interface RunOutput {
  readonly add: (text: string) => void
  readonly found: Inline[]
  readonly font: string | undefined
}

function readPieces(scope: WordScope, parent: XmlElement, out: RunOutput): void {
  for (const child of childrenOf(parent)) {
    switch (child.name) {
      case 'w:t':
        out.add(textOf(child).replaceAll(/[\r\n]+/g, ' '))
        break
      case 'w:tab':
      case 'w:ptab':
        out.add(' ')
        break
      case 'w:br':
        if ((child.attributes['w:type'] ?? 'textWrapping') === 'textWrapping') out.add('\n')
        break
      case 'w:cr':
        out.add('\n')
        break
      case 'w:noBreakHyphen':
        out.add('\u2011')
        break
      case 'w:sym':
        addSymbol(scope, child, out)
        break
      case 'w:fldChar':
        turnField(scope, child.attributes['w:fldCharType'])
        break
      case 'w:instrText': {
        const field = scope.fields.at(-1)
        if (field !== undefined && field.code.length < 2_000) field.code += textOf(child)
        break
      }
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        addNote(scope, child, out)
        break
      case 'w:commentReference':
        scope.losses.add('comments')
        break
      case 'mc:AlternateContent':
        readPieces(scope, alternative(child), out)
        break
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        addDrawing(scope, child, out.found)
        break
    }
  }
}

function addSymbol(scope: WordScope, element: XmlElement, out: RunOutput): void {
  const sign = symbolOf(element.attributes['w:font'] ?? out.font, element.attributes['w:char'])
  if (sign === null) scope.losses.add('symbols')
  out.add(sign ?? '□')
}

function turnField(scope: WordScope, type: string | undefined): void {
  const field = scope.fields.at(-1)
  if (type === 'begin') scope.fields.push({ code: '', inResult: false })
  else if (type === 'separate' && field !== undefined) {
    field.inResult = true
    if (/^\s*TOC\b/i.test(field.code)) scope.losses.add('contents-table')
  } else if (type === 'end') scope.fields.pop()
}

function addNote(scope: WordScope, element: XmlElement, out: RunOutput): void {
  const kind = element.name === 'w:footnoteReference' ? 'footnote' : 'endnote'
  const note = scope.findNote(kind, element.attributes['w:id'] ?? '')
  if (note === undefined) return
  scope.notes.push(note)
  scope.losses.add('notes-moved')
  out.found.push({ text: `[${scope.notes.length}]`, marks: ['superscript'] })
}

function addDrawing(scope: WordScope, drawing: XmlElement, found: Inline[]): void {
  const boxes = outermost(drawing, 'w:txbxContent')
  const alt = pictureText(drawing)
  const sources = [
    ...outermost(drawing, 'a:blip').map(blip => blip.attributes['r:embed'] ?? blip.attributes['r:link']),
    ...outermost(drawing, 'v:imagedata').map(data => data.attributes['r:id']),
  ]
  const isObject = drawing.name === 'w:object' || (sources.length === 0 && boxes.length === 0)
  if (isObject && !isLine(drawing)) scope.losses.add('objects')
  for (const id of sources) {
    const picture = takePicture(scope, scope.relations.get(id ?? ''))
    if (picture !== null) found.push({ block: { kind: 'picture', picture, alt, caption: [] } })
  }
  for (const box of boxes) found.push({ box })
}

function pictureText(drawing: XmlElement): string {
  const properties = allBelow(drawing, 'wp:docPr')[0]?.attributes
  const shape = allBelow(drawing, 'v:shape')[0]?.attributes
  return properties?.descr ?? properties?.title ?? shape?.alt ?? ''
}

/** A drawn line says nothing; Word's rule below the name of a body is one. */
function isLine(drawing: XmlElement): boolean {
  return (
    outermost(drawing, 'v:line').length > 0 ||
    outermost(drawing, 'v:rect').length > 0 ||
    outermost(drawing, 'wps:cNvCnPr').length > 0 ||
    outermost(drawing, 'a:prstGeom').some(shape => /line|connector/i.test(shape.attributes.prst ?? ''))
  )
}

/** Those that do not stand within a text box. */
function outermost(element: XmlElement, name: string): XmlElement[] {
  return childrenOf(element).flatMap(child => {
    if (child.name === name) return [child]
    return child.name === 'w:txbxContent' ? [] : outermost(child, name)
  })
}
