import type { Node } from 'prosemirror-model'
import type { Finding } from '../domain/finding'
import { fieldsOf, findKind } from '../domain/kinds/registry'
import { openVariables } from '../domain/variables'
import { headlineMarks } from '../vietnamese/proofreading/rules/headline'
import { linkDoubt, linkHost } from './link-doubts'
import { listSuggestions } from './suggestions/list-suggestions'
import { settled } from './suggestions/settle'
import { bodyText } from './to-text'

type Validator = (document: Node) => readonly Finding[]

const leadCharacters = 300

const validators: readonly Validator[] = [
  headline,
  body,
  fields,
  pictures,
  galleries,
  polls,
  ofKind,
  variables,
  links,
  lead,
]

/**
 * Everything to mend or to look at, in the order of the page. What is only suggested is no part of the text yet: it is
 * judged without, and is itself a thing to mend (docs/workflow.md, W13).
 */
export function validate(document: Node): readonly Finding[] {
  const [first, ...others] = listSuggestions(document)
  if (first === undefined) return validators.flatMap(validator => validator(document))
  const { doc, mapping } = settled(document, () => 'reject')
  const back = mapping.invert()
  const findings = validators
    .flatMap(validator => validator(doc))
    .map(finding =>
      finding.place.kind === 'position'
        ? { ...finding, place: { ...finding.place, position: back.map(finding.place.position, 1) } }
        : finding,
    )
  return [
    { level: 'must', code: 'suggestions-open', params: { count: others.length + 1 }, place: first.place },
    ...findings,
  ]
}

/** The proofreader's rules for headlines (common/vietnamese/proofreading); the codes of its marks are those of checks. */
function headline(document: Node): readonly Finding[] {
  const text = document.child(0).textContent
  const place = { kind: 'headline' } as const
  if (text.trim() === '') return [{ level: 'must', code: 'headline-missing', params: {}, place }]
  return headlineMarks(text).map(({ rule, params = {} }) => ({ level: 'should', code: rule, params, place }))
}

function lead(document: Node): readonly Finding[] {
  const text = document.child(1).textContent.trim()
  const place = { kind: 'position', position: document.child(0).nodeSize + 1 } as const
  if (text === '') return [{ level: 'should', code: 'lead-missing', params: {}, place }]
  if (text.length <= leadCharacters) return []
  return [
    { level: 'should', code: 'lead-long', params: { characters: text.length, most: leadCharacters }, place },
  ]
}

function body(document: Node): readonly Finding[] {
  let shows = bodyText(document).trim() !== ''
  document.descendants(node => {
    if (['figure', 'attachment', 'schedule'].includes(node.type.name)) shows = true
  })
  return shows ? [] : [{ level: 'must', code: 'body-missing', params: {}, place: { kind: 'body' } }]
}

function fields(document: Node): readonly Finding[] {
  const kind = findKind(String(document.attrs.kind))
  if (kind === undefined) {
    const params = { kind: String(document.attrs.kind) }
    return [{ level: 'must', code: 'unknown-kind', params, place: { kind: 'headline' } }]
  }
  return fieldsOf(kind)
    .filter(field => field.required && isEmpty(document.attrs[field.key]))
    .map(field => ({
      level: 'must',
      code: 'field-missing',
      params: { field: field.label.vi },
      place: { kind: 'field', field: field.key },
    }))
}

/** A template's variable that nothing filled in is never sent. */
function variables(document: Node): readonly Finding[] {
  const found: Finding[] = []
  document.descendants((node, position) => {
    if (!node.isTextblock) return
    for (const { name, index } of openVariables(node.textBetween(0, node.content.size, '\n', '\n')))
      found.push({
        level: 'must',
        code: 'variable-open',
        params: { name: `{${name}}` },
        place: { kind: 'position', position: position + 1 + index },
      })
  })
  return found
}

/** A link that may mislead is shown to whoever reads the checks; of links to one host the first. */
function links(document: Node): readonly Finding[] {
  const found = new Map<string, Finding>()
  for (const { href, words, position } of linksOf(document)) {
    const doubt = linkDoubt(href, words)
    const key = `${doubt} ${linkHost(href)}`
    if (doubt === null || found.has(key)) continue
    const params = { host: linkHost(href) ?? '', words: words.slice(0, 100) }
    found.set(key, {
      level: 'should',
      code: `link-${doubt}`,
      params,
      place: { kind: 'position', position },
    })
  }
  return [...found.values()]
}

interface FoundLink {
  readonly href: string
  readonly words: string
  readonly position: number
}

/** Every link with all its words, also where marks cut them apart. */
function linksOf(document: Node): readonly FoundLink[] {
  const found: FoundLink[] = []
  document.descendants((node, position, parent) => {
    const mark = node.marks.find(({ type }) => type.name === 'link')
    if (mark === undefined) return
    const href = String(mark.attrs.href)
    const last = found.at(-1)
    const goesOn = last?.href === href && last.position + last.words.length === position && parent !== null
    if (goesOn) found.splice(-1, 1, { ...last, words: last.words + (node.text ?? '') })
    else found.push({ href, words: node.text ?? '', position })
  })
  return found
}

/** What the kind itself asks for stands in the kind's own file. */
function ofKind(document: Node): readonly Finding[] {
  return findKind(String(document.attrs.kind))?.check?.(document) ?? []
}

function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0)
  )
}

function pictures(document: Node): readonly Finding[] {
  const without: number[] = []
  document.descendants((node, position) => {
    if (node.type.name === 'figure' && String(node.attrs.alt).trim() === '') without.push(position)
  })
  const [first] = without
  if (first === undefined) return []
  return [
    {
      level: 'must',
      code: 'alternative-text-missing',
      params: { count: without.length },
      place: { kind: 'position', position: first },
    },
  ]
}

/** Fewer is a picture, more is an album nobody looks through on a telephone. */
export const galleryPictures = { least: 2, most: 12 } as const

function galleries(document: Node): readonly Finding[] {
  const found: Finding[] = []
  document.descendants((node, position) => {
    const { least, most } = galleryPictures
    if (node.type.name !== 'gallery' || (node.childCount >= least && node.childCount <= most)) return
    found.push({
      level: 'must',
      code: 'gallery-size',
      params: { count: node.childCount, least, most },
      place: { kind: 'position', position },
    })
  })
  return found
}

function polls(document: Node): readonly Finding[] {
  const found: Finding[] = []
  let count = 0
  document.descendants((node, position) => {
    if (node.type.name !== 'poll') return
    count += 1
    const complete =
      String(node.attrs.question).trim() !== '' &&
      node.childCount >= 2 &&
      node.childCount <= 8 &&
      new Set(node.children.map(choice => choice.attrs.choice)).size === node.childCount &&
      node.children.every(choice => choice.textContent.trim() !== '')
    if (!complete)
      found.push({
        level: 'must',
        code: 'poll-incomplete',
        params: {},
        place: { kind: 'position', position },
      })
  })
  // A portal counts one vote a reader and article (docs/portal-api.md).
  if (count > 1) found.push({ level: 'must', code: 'poll-twice', params: {}, place: { kind: 'body' } })
  if (document.attrs.kind === 'poll' && count === 0) {
    found.push({ level: 'must', code: 'poll-incomplete', params: {}, place: { kind: 'body' } })
  }
  return found
}
