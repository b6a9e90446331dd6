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
  const excess = measure(json)
  if (excess !== null) return refuse(fault(excess))
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
  const excess = measure(node.toJSON())
  return excess === null ? checkContent(node) : fault(excess)
}

function checkContent(node: Node): DocumentFault | null {
  try {
    node.check()
  } catch (error) {
    return fault(error instanceof Error ? error.message : String(error))
  }
  return blobsOf(node).length > limits.blobs ? fault('too many pictures and files') : null
}

/** Depth first with an own stack, so that depth cannot overflow ours. */
function measure(json: unknown): string | null {
  const pending: { readonly value: unknown; readonly depth: number }[] = [{ value: json, depth: 0 }]
  let nodes = 0
  let characters = 0
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, depth } = next
    nodes += 1
    if (depth > limits.depth * 2) return 'too deep'
    if (nodes > limits.nodes * 4) return 'too many parts'
    if (typeof value === 'string') characters += value.length
    if (characters > limits.jsonCharacters) return 'too long'
    if (typeof value !== 'object' || value === null) continue
    for (const key of Object.keys(value)) {
      if (key === '__proto__') return 'forbidden key'
      pending.push({ value: Reflect.get(value, key), depth: depth + 1 })
    }
  }
  return null
}

function fault(reason: string): DocumentFault {
  return { code: 'document-invalid', params: { reason: reason.slice(0, 300) } }
}
