import { createContext, type ReactNode, useContext } from 'react'
import { useLocation } from 'wouter'
import type { Input, OperationName, Output } from '#common/api/contract'
import { ask } from '#renderer/api/queries.ts'
import { useAdoptSession, useSession } from '#renderer/api/session.tsx'
import { useConnection } from '#renderer/api/wire-context.tsx'
import { useText } from '#renderer/text/use-text.ts'
import { setTheme } from '#renderer/ui/theme.ts'
import { useAsker } from './AskerProvider.tsx'
import type { CommandContext } from './command.ts'

const context = createContext<CommandContext | null>(null)

interface Props {
  readonly show: CommandContext['show']
  readonly children: ReactNode
}

export function CommandProvider({ show, children }: Props) {
  const { wire, report } = useConnection()
  const [, navigate] = useLocation()
  const session = useSession()
  const { t, setLanguage } = useText()
  const asker = useAsker()
  const adoptSession = useAdoptSession()
  async function tell<Name extends OperationName>(
    name: Name,
    input: Input<Name>,
  ): Promise<Output<Name> | null> {
    const answer = await ask(wire, name, input)
    if (answer.ok) return answer.value
    report(answer.problem, name)
    return null
  }
  const value: CommandContext = {
    session,
    t,
    navigate: path => navigate(path),
    tell,
    asker,
    show,
    setTheme,
    setLanguage,
    adoptSession,
  }
  return <context.Provider value={value}>{children}</context.Provider>
}

export function useCommandContext(): CommandContext {
  const value = useContext(context)
  if (value === null) throw new Error('useCommandContext outside CommandProvider')
  return value
}
