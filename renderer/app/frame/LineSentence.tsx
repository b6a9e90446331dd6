import { Link } from 'wouter'
import type { LineState } from '#common/domain/portal'
import { paths } from '#renderer/commands/paths.ts'
import { useLineText } from '#renderer/text/use-line-text.ts'

/** The state of the line in words; leads to what waits, or to the settings that mend it. */
export function LineSentence({ line }: { readonly line: LineState }) {
  const lineText = useLineText()
  const mendable = line.kind === 'no-portal' || line.kind === 'unauthorised'
  const path = mendable ? paths.portalSettings : paths.publishing
  return (
    <span role="status">
      <Link to={path} className="line-sentence" data-kind={line.kind}>
        {lineText(line)}
      </Link>
    </span>
  )
}
