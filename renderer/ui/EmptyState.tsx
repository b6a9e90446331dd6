import './empty-state.css'
import type { ReactNode } from 'react'

interface Props {
  readonly icon: ReactNode
  readonly title: string
  /** What this place is for, in one or two sentences. */
  readonly children: ReactNode
  /** The one button that helps. */
  readonly action?: ReactNode
}

export function EmptyState({ icon, title, children, action }: Props) {
  return (
    <div className="empty-state">
      <span className="empty-state-icon" aria-hidden="true">
        {icon}
      </span>
      <h2>{title}</h2>
      <p>{children}</p>
      {action}
    </div>
  )
}
