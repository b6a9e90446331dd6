import './picture-grid.css'
import type { KeyboardEvent } from 'react'
import type { LibraryMedia } from '#common/api/media-operations'
import { centre } from '#common/domain/focus-point'
import { useWire } from '#renderer/api/wire-context.tsx'
import { useText } from '#renderer/text/use-text.ts'

interface Props {
  readonly label: string
  readonly pictures: readonly LibraryMedia[]
  readonly chosen: readonly string[]
  readonly onChoose: (picture: LibraryMedia) => void
}

/** Pictures side by side; arrows go from one to the next, Enter or a blank chooses. */
export function PictureGrid({ label, pictures, chosen, onChoose }: Props) {
  const { t } = useText()
  const { blobUrl } = useWire()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside are the controls; the arrows only lead from one to the next
    <ul className="picture-grid" aria-label={label} onKeyDown={goAlong}>
      {pictures.map(picture => {
        const { hash, alt, fileName, uses, focus } = picture
        const { x, y } = focus ?? centre
        return (
          <li key={hash}>
            <button
              type="button"
              aria-pressed={chosen.includes(hash)}
              title={fileName}
              onClick={() => onChoose(picture)}
            >
              <img src={blobUrl(hash)} alt="" loading="lazy" style={{ objectPosition: `${x}% ${y}%` }} />
              <span className="picture-grid-words">{alt === '' ? fileName : alt}</span>
              <span className="picture-grid-uses" data-open={alt === '' || undefined}>
                {alt === '' ? t('media.noDescription') : t('media.uses', { count: uses })}
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}

/** In a grid the one above is as many back as a row holds. */
function goAlong(event: KeyboardEvent<HTMLUListElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.findIndex(button => button === document.activeElement)
  const top = buttons[0]?.offsetTop
  const inRow = Math.max(1, buttons.filter(button => button.offsetTop === top).length)
  const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -inRow, ArrowDown: inRow }[event.key]
  if (at < 0 || by === undefined) return
  event.preventDefault()
  buttons[at + by]?.focus()
}
