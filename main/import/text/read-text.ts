import { type Block, Losses, noFacts, type ReadFile } from '../blocks/blocks'
import { ImportFault } from '../import-fault'
import { importLimits } from '../import-limits'
import { decodeText } from './decode-text'

/** Lines of a plain text as paragraphs; where lines were cut at a width, those between empty lines are one. */
export function readText(bytes: Uint8Array): ReadFile {
  const text = decodeText(bytes).replaceAll(/\r\n?/g, '\n')
  if (text.length > importLimits.characters) throw new ImportFault('too-large')
  if (/\p{Cc}/u.test(text.replaceAll(/[\n\t\f]/g, '').slice(0, 4_000))) throw new ImportFault('unreadable')
  const lines = text.split('\n').map(line => line.trim())
  const paragraphs = isWrapped(lines) ? joinLines(lines) : lines.filter(line => line !== '')
  const blocks = paragraphs.map(
    (line): Block => ({
      kind: 'paragraph',
      runs: [{ text: line.replaceAll(/\s+/g, ' '), marks: [] }],
      look: 'plain',
    }),
  )
  return { blocks, pictures: [], losses: new Losses(), facts: noFacts }
}

/** Nearly every line that is followed by another is about as long as a mail program makes it. */
function isWrapped(lines: readonly string[]): boolean {
  const followed = lines.filter((line, index) => line !== '' && (lines[index + 1] ?? '') !== '')
  if (followed.length < 6 || !lines.slice(0, -1).includes('')) return false
  const full = followed.filter(line => line.length >= 50 && line.length <= 100)
  return full.length >= followed.length * 0.8
}

function joinLines(lines: readonly string[]): string[] {
  return lines
    .join('\n')
    .split(/\n{2,}/)
    .map(part => part.replaceAll('\n', ' ').trim())
    .filter(part => part !== '')
}
