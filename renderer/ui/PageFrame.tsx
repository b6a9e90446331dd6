import './page-frame.css'
import { useEffect, useRef } from 'react'
import type { TextPlace } from '#common/api/views'
import { findPassage } from './page-passage.ts'

/** Words to be shown; null for what a page does not show as text. Another object asks anew. */
export interface Passage {
  readonly place: TextPlace | null
}

interface Props {
  readonly title: string
  readonly path: string
  readonly passage?: Passage | null
  /** The page does not show the words. */
  readonly onNotShown?: () => void
  /** The page has loaded. */
  readonly onShown?: () => void
}

/**
 * A page of the portal, shown and never run: the sandbox allows no script. `allow-same-origin` lets it load its own
 * style sheet and pictures from the host, and lets us keep its place when it is loaded again and mark a passage in it.
 */
export function PageFrame({ title, path, passage = null, onNotShown, onShown }: Props) {
  const frame = useRef<HTMLIFrameElement>(null)
  const place = useRef(0)
  const show = (page: Document | null | undefined) => {
    // A frame that is not there yet will say so itself when it has loaded.
    if (passage === null || page?.body == null || page.URL === 'about:blank') return
    if (!showPassage(page, passage)) onNotShown?.()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: another passage asks, not another way of saying that it is not there
  useEffect(() => show(frame.current?.contentDocument), [passage])
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
        show(event.currentTarget.contentDocument)
      }}
    />
  )
}

const passageName = 'toa-soan-passage'

/** Marks the words and brings them to the middle; false where the page does not show them. */
function showPassage(page: Document, { place }: Passage): boolean {
  const view = page.defaultView
  if (view === null) return false
  view.CSS.highlights.delete(passageName)
  const range = place === null ? null : findPassage(page, place)
  if (range === null) return false
  if (page.adoptedStyleSheets.length === 0) {
    const sheet = new view.CSSStyleSheet()
    sheet.replaceSync(`::highlight(${passageName}) { background: #ffd666; color: #1f1f1f }`)
    page.adoptedStyleSheets = [sheet]
  }
  view.CSS.highlights.set(passageName, new view.Highlight(range))
  const { top, height } = range.getBoundingClientRect()
  view.scrollTo(0, view.scrollY + top + height / 2 - view.innerHeight / 2)
  return true
}
