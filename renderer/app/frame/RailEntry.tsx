import { Link, useRoute } from 'wouter'
import type { Command } from '#renderer/commands/command.ts'
import { useLabel } from '#renderer/commands/use-label.ts'
import { useText } from '#renderer/text/use-text.ts'

interface Props {
  readonly command: Command
  readonly path: string
  readonly count?: number | undefined
  /** Where the number leads when that is not the place itself. */
  readonly countPath?: string
  readonly countLabel?: string
  readonly urgent?: boolean
}

const mostShown = 9_999

/** One place of the rail; its number leads to exactly what it counts. */
export function RailEntry({ command, path, count = 0, countPath, countLabel, urgent = false }: Props) {
  const label = useLabel()
  const { number } = useText()
  const [here] = useRoute(`${path}/*?`)
  const Icon = command.icon
  return (
    <div className="rail-entry" data-here={here || undefined}>
      <Link
        to={path}
        aria-current={here ? 'page' : undefined}
        title={[label(command), command.shortcut].filter(Boolean).join(' · ')}
      >
        {Icon !== undefined && <Icon size={18} aria-hidden="true" />}
        <span>{label(command)}</span>
      </Link>
      {count > 0 && (
        <Link
          to={countPath ?? path}
          className="rail-count numbers"
          data-urgent={urgent || undefined}
          aria-label={`${countLabel ?? label(command)}: ${count}`}
          title={countLabel}
        >
          {count > mostShown ? `${number(mostShown)}+` : number(count)}
        </Link>
      )}
    </div>
  )
}
