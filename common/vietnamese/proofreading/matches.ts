import type { Mark } from './finding'

/** What `String.matchAll` finds with a pattern that has the flag g, without the copy that it makes of the pattern: rules ask hundreds of times a paragraph. */
export function matches(text: string, pattern: RegExp): RegExpExecArray[] {
  if (!pattern.global) throw new TypeError(`without g a search never ends: ${pattern}`)
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match)
    if (match[0] === '') pattern.lastIndex += 1
  }
  return found
}

/** A mark for each match, of which `say` knows all but its place. */
export function find(
  text: string,
  pattern: RegExp,
  say: (match: RegExpExecArray) => Omit<Mark, 'from' | 'to'>,
): Mark[] {
  return matches(text, pattern).map(match => ({
    ...say(match),
    from: match.index,
    to: match.index + match[0].length,
  }))
}
