import { useText } from '#renderer/text/use-text.ts'
import type { Command } from './command.ts'

/** Names a command in the chosen language. */
export function useLabel(): (command: Pick<Command<never>, 'label'>) => string {
  const { t, name } = useText()
  return ({ label }) => (typeof label === 'string' ? t(label) : name(label))
}
