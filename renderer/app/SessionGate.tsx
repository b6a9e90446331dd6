import { useState } from 'react'
import { useAsk } from '#renderer/api/queries.ts'
import { SessionProvider } from '#renderer/api/session.tsx'
import { CannotOpenScreen } from '#renderer/features/session/CannotOpenScreen.tsx'
import { RecoveryScreen } from '#renderer/features/session/RecoveryScreen.tsx'
import { RestoreOffer } from '#renderer/features/session/RestoreOffer.tsx'
import { SetUpScreen } from '#renderer/features/session/SetUpScreen.tsx'
import { SignInScreen } from '#renderer/features/session/SignInScreen.tsx'
import { WelcomeScreen } from '#renderer/features/session/WelcomeScreen.tsx'
import { useText } from '#renderer/text/use-text.ts'
import { ProblemBand } from '#renderer/ui/ProblemBand.tsx'
import { ScreenSpinner } from '#renderer/ui/Spinner.tsx'
import { Workplace } from './Workplace.tsx'

/** Decides what this window shows: setting up, signing in, or the newsroom itself. */
export function SessionGate() {
  const { t } = useText()
  const { value: view, problem, again } = useAsk('session.current', {})
  // Kept here, because being signed in must not take the recovery file off the screen.
  const [recoveryFile, setRecoveryFile] = useState<string | null>(null)
  if (recoveryFile !== null) {
    return <RecoveryScreen recoveryFile={recoveryFile} onDone={() => setRecoveryFile(null)} />
  }
  if (problem !== null) {
    return <ProblemBand problem={problem} again={again} />
  }
  if (view === undefined) return <ScreenSpinner label={t('app.opening')} />
  const { readOnly } = view.workspace
  if (view.workspace.empty && readOnly !== null) return <CannotOpenScreen cause={readOnly} />
  if (view.workspace.empty)
    return <RestoreOffer>{offer => <SetUpScreen onSetUp={setRecoveryFile} offer={offer} />}</RestoreOffer>
  const { account } = view
  if (account === null) {
    return view.oneClick.length > 0 ? (
      <RestoreOffer>{offer => <WelcomeScreen view={view} offer={offer} />}</RestoreOffer>
    ) : (
      <SignInScreen workspace={view.workspace} />
    )
  }
  return (
    <SessionProvider key={account.id} view={{ ...view, account }}>
      <Workplace />
    </SessionProvider>
  )
}
