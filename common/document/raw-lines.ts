/** More than an article of a commune ever has; a text that cannot be checked may be of any size. */
const linesAtMost = 5_000

/** The words of a stored document that the schema refuses, a line for each block that holds text, in the order of the text. */
export function rawLines(document: unknown): readonly string[] {
  const lines: string[] = []
  const pending: unknown[] = [document]
  while (pending.length > 0 && lines.length < linesAtMost) {
    const content = contentOf(pending.pop())
    const words = content.map(textOf).join('')
    if (words.trim() !== '') lines.push(words)
    pending.push(...content.filter(child => contentOf(child).length > 0).toReversed())
  }
  return lines
}

function contentOf(node: unknown): readonly unknown[] {
  const content: unknown = typeof node === 'object' && node !== null ? Reflect.get(node, 'content') : null
  return Array.isArray(content) ? content : []
}

function textOf(node: unknown): string {
  if (typeof node !== 'object' || node === null) return ''
  const text: unknown = Reflect.get(node, 'text')
  return typeof text === 'string' ? text : ''
}
