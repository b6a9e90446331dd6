import './page-frame.css'
import { useEffect, useRef } from 'react'
import type { TextPiece } from '#common/api/search'
import { findPassage } from './page-passage.ts'

/** Words of the page to be shown; another object asks anew. */
export interface Passage {
  readonly pieces: readonly TextPiece[]
}

interface Props {
  readonly title: string
  readonly path: string
  readonly passage?: Passage | null
  /** The page has loaded. */
  readonly onShown?: () => void
}

/**
 * A page of the portal, shown and never run: the sandbox allows no script. `allow-same-origin` lets it load its own
 * style sheet and pictures from the host, and lets us keep its place when it is loaded again and mark a passage in it.
 */
export function PageFrame({ title, path, passage = null, onShown }: Props) {
  const frame = useRef<HTMLIFrameElement>(null)
  const place = useRef(0)
  useEffect(() => {
    if (passage !== null) showPassage(frame.current, passage)
  }, [passage])
  return (
    <iframe
      ref={frame}
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
        if (passage !== null) showPassage(event.currentTarget, passage)
      }}
    />
  )
}

const passageName = 'toa-soan-passage'

function showPassage(frame: HTMLIFrameElement | null, { pieces }: Passage): void {
  const page = frame?.contentDocument
  const view = page?.defaultView
  const range = page?.body == null ? null : findPassage(page, pieces)
  if (page == null || view == null || range === null) return
  if (page.adoptedStyleSheets.length === 0) {
    const sheet = new view.CSSStyleSheet()
    sheet.replaceSync(`::highlight(${passageName}) { background: #ffd666; color: #1f1f1f }`)
    page.adoptedStyleSheets = [sheet]
  }
  view.CSS.highlights.set(passageName, new view.Highlight(range))
  range.startContainer.parentElement?.scrollIntoView({ block: 'center' })
}
