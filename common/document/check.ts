import type { Node } from 'prosemirror-model'
import { ok, type Result, refuse } from '../domain/result'
import { limits } from './limits'
import { blobsOf } from './revision-body'
import { schema } from './schema'

export interface DocumentFault {
  readonly code: 'document-invalid'
  readonly params: { readonly reason: string }
}

/**
 * Turns untrusted JSON into a document of our schema, or says why it is none. Size and depth are measured before the
 * schema sees anything; unknown nodes, marks and attributes, and attribute values out of range, are refused.
 */
export function checkDocument(json: unknown): Result<Node, DocumentFault> {
  const size = measure(json)
  if (typeof size === 'string') return refuse(fault(size))
  try {
    const node = schema.nodeFromJSON(json)
    if (node.type !== schema.topNodeType) return refuse(fault('not a document'))
    const found = checkContent(node)
    return found === null ? ok(node) : refuse(found)
  } catch (error) {
    return refuse(fault(error instanceof Error ? error.message : String(error)))
  }
}

/** What `checkDocument` would say of this document's JSON, for one that was made by steps; null when all is well. */
export function checkNode(node: Node): DocumentFault | null {
  const size = measure(node.toJSON())
  return typeof size === 'string' ? fault(size) : checkContent(node)
}

function checkContent(node: Node): DocumentFault | null {
  try {
    node.check()
  } catch (error) {
    return fault(error instanceof Error ? error.message : String(error))
  }
  return blobsOf(node).length > limits.blobs ? fault('too many pictures and files') : null
}

/** Of some JSON: values in all, characters of its strings, and how many values the innermost one lies within. */
export interface JsonSize {
  readonly parts: number
  readonly characters: number
  readonly depth: number
}

/** What is too much of a size, or null. */
export function excessOf({ parts, characters, depth }: JsonSize): string | null {
  if (depth > limits.depth * 2) return 'too deep'
  if (parts > limits.nodes * 4) return 'too many parts'
  return characters > limits.jsonCharacters ? 'too long' : null
}

/** The size, or why it is out of bounds. Depth first with an own stack, so that depth cannot overflow ours. */
export function measure(json: unknown): JsonSize | string {
  const pending: { readonly value: unknown; readonly depth: number }[] = [{ value: json, depth: 0 }]
  let parts = 0
  let characters = 0
  let deepest = 0
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, depth } = next
    parts += 1
    deepest = Math.max(deepest, depth)
    if (typeof value === 'string') characters += value.length
    const excess = excessOf({ parts, characters, depth })
    if (excess !== null) return excess
    if (typeof value !== 'object' || value === null) continue
    for (const key of Object.keys(value)) {
      if (key === '__proto__') return 'forbidden key'
      pending.push({ value: Reflect.get(value, key), depth: depth + 1 })
    }
  }
  return { parts, characters, depth: deepest }
}

function fault(reason: string): DocumentFault {
  return { code: 'document-invalid', params: { reason: reason.slice(0, 300) } }
}
