import './band.css'
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

interface Props {
  readonly tone: 'info' | 'good' | 'amber' | 'trouble'
  readonly title?: ReactNode
  readonly children?: ReactNode
  /** Buttons that help. */
  readonly actions?: ReactNode
}

/** A message that stays where it applies. Trouble and amber are read out at once. */
export function Band({ tone, title, children, actions }: Props) {
  const Icon = icons[tone]
  return (
    <div className="band" data-tone={tone} role={tone === 'trouble' ? 'alert' : 'status'}>
      <Icon size={18} aria-hidden="true" className="band-icon" />
      <div className="band-text">
        {title !== undefined && <strong>{title}</strong>}
        {children}
      </div>
      {actions !== undefined && <div className="band-actions">{actions}</div>}
    </div>
  )
}

const icons = { info: Info, good: CircleCheck, amber: TriangleAlert, trouble: CircleAlert } as const
