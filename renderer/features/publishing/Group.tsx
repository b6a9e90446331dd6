import type { ReactNode } from 'react'
import { useText } from '#renderer/text/use-text.ts'

interface Props {
  readonly title: string
  readonly count: number
  /** Buttons for what is ticked in this group. */
  readonly actions?: ReactNode
  /** Said while the group is empty. */
  readonly empty: string
  readonly children: ReactNode
}

/** One group of the publishing screen. */
export function Group({ title, count, actions, empty, children }: Props) {
  const { number } = useText()
  return (
    <section className="publishing-group" aria-label={title}>
      <header>
        <h2>
          {title} <span className="publishing-count numbers">{number(count)}</span>
        </h2>
        {actions}
      </header>
      {count === 0 ? <p className="publishing-empty">{empty}</p> : children}
    </section>
  )
}
