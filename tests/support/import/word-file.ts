import { strToU8, zipSync } from 'fflate'

export interface WordParts {
  /** Content of `w:body`. */
  readonly body: string
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  /** Relations beside those of the parts above: `<Relationship …/>`. */
  readonly relations?: string
  readonly files?: Readonly<Record<string, Uint8Array>>
  /** Before the root element, as a DOCTYPE. */
  readonly prologue?: string
}

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
const officeRelation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A .docx from its XML, as Word packs it. */
export function wordFile(parts: WordParts): Uint8Array {
  const relations = ['styles', 'numbering', 'footnotes']
    .filter(name => Reflect.get(parts, name) !== undefined)
    .map(name => `<Relationship Id="${name}" Type="${officeRelation}/${name}" Target="${name}.xml"/>`)
  return zipSync({
    '_rels/.rels': relationsPart(
      `<Relationship Id="a" Type="${officeRelation}/officeDocument" Target="word/document.xml"/>`,
    ),
    'word/document.xml': part(
      `${parts.prologue ?? ''}<w:document ${namespaces}><w:body>${parts.body}</w:body></w:document>`,
    ),
    'word/_rels/document.xml.rels': relationsPart(relations.join('') + (parts.relations ?? '')),
    ...(parts.styles === undefined
      ? {}
      : { 'word/styles.xml': part(`<w:styles ${namespaces}>${parts.styles}</w:styles>`) }),
    ...(parts.numbering === undefined
      ? {}
      : { 'word/numbering.xml': part(`<w:numbering ${namespaces}>${parts.numbering}</w:numbering>`) }),
    ...(parts.footnotes === undefined
      ? {}
      : { 'word/footnotes.xml': part(`<w:footnotes ${namespaces}>${parts.footnotes}</w:footnotes>`) }),
    ...parts.files,
  })
}

export const imageRelation = (id: string, target: string) =>
  `<Relationship Id="${id}" Type="${officeRelation}/image" Target="${target}"/>`
export const linkRelation = (id: string, target: string) =>
  `<Relationship Id="${id}" Type="${officeRelation}/hyperlink" Target="${target}" TargetMode="External"/>`

/** A paragraph of plain text; `properties` is the content of `w:pPr`. */
export function p(text: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${r(text)}</w:p>`
}

/** A run; `properties` is the content of `w:rPr`. */
export function r(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
}

export function font(name: string): string {
  return `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`
}

export function part(xml: string): Uint8Array {
  return strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${xml}`)
}

export function relationsPart(relations: string): Uint8Array {
  return part(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}</Relationships>`,
  )
}
