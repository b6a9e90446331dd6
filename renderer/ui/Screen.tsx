import './screen.css'
import type { ReactNode } from 'react'

interface Props {
  readonly title: string
  /** Beside the title: what the screen is about right now. */
  readonly subtitle?: ReactNode
  /** The screen's buttons, the primary one last. */
  readonly actions?: ReactNode
  readonly children: ReactNode
  /** The content fills the height and scrolls by itself (tables) instead of the screen. */
  readonly fill?: boolean
}

/** A screen's head and body inside the frame; also names the window. */
export function Screen({ title, subtitle, actions, children, fill = false }: Props) {
  return (
    <section className="screen" data-fill={fill || undefined} aria-label={title}>
      <title>{`${title} · Tòa Soạn`}</title>
      <header className="screen-header">
        <h1>{title}</h1>
        {subtitle !== undefined && <div className="screen-subtitle">{subtitle}</div>}
        {actions !== undefined && <div className="screen-actions">{actions}</div>}
      </header>
      <div className="screen-body">{children}</div>
    </section>
  )
}
