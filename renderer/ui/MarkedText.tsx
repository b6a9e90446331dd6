import './marked-text.css'
import type { TextPiece } from '#common/api/search'

/** Text with the words that were looked for marked in it. */
export function MarkedText({ pieces }: { readonly pieces: readonly TextPiece[] }) {
  let offset = 0
  return pieces.map(({ text, hit }) => {
    const key = offset
    offset += text.length
    return hit ? (
      <mark key={key} className="marked-hit">
        {text}
      </mark>
    ) : (
      text
    )
  })
}
