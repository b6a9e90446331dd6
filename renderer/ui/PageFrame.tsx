import './page-frame.css'
import { useRef } from 'react'

interface Props {
  readonly title: string
  readonly path: string
  /** The page has loaded. */
  readonly onShown?: () => void
}

/**
 * A page of the portal, shown and never run: the sandbox allows no script. `allow-same-origin` lets it load its own
 * style sheet and pictures from the host, and lets us keep its place when it is loaded again.
 */
export function PageFrame({ title, path, onShown }: Props) {
  const place = useRef(0)
  return (
    <iframe
      className="page-frame"
      title={title}
      src={path}
      sandbox="allow-same-origin"
      onLoad={event => {
        onShown?.()
        const page = event.currentTarget.contentWindow
        if (page === null) return
        page.scrollTo(0, place.current)
        page.addEventListener('scroll', () => {
          place.current = page.scrollY
        })
      }}
    />
  )
}
