import { PenLine } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import type { Person, SessionView } from '#common/api/views'
import { useCommand } from '#renderer/api/queries.ts'
import { useAdoptSession } from '#renderer/api/session.tsx'
import { homeOf } from '#renderer/commands/paths.ts'
import { useRolesText } from '#renderer/text/use-roles-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Avatar } from '#renderer/ui/Avatar.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { SessionPage } from './SessionPage.tsx'

/** Sample commune: straight in as the writer, or as anybody else, by one click and without a passphrase. */
export function WelcomeScreen({ view, offer }: { readonly view: SessionView; readonly offer: ReactNode }) {
  const { t } = useText()
  const rolesText = useRolesText()
  const signIn = useCommand('session.signIn')
  const adopt = useAdoptSession()
  const [, navigate] = useLocation()
  const [entering, setEntering] = useState<string | null>(null)
  const writer = view.oneClick.find(person => person.roles.includes('writer')) ?? view.oneClick[0]

  const hintOf = ({ roles: [first] }: Person) => (first === undefined ? '' : t(`roles.hint.${first}`))

  async function enter(person: Person) {
    setEntering(person.id)
    const answer = await signIn.run({ signInName: person.signInName })
    setEntering(null)
    if (!answer.ok) return
    navigate(homeOf(person.roles))
    adopt(answer.value)
  }

  return (
    <SessionPage title={view.workspace.name} lead={t('session.sampleLead')}>
      {writer !== undefined && (
        <Button
          look="primary"
          className="session-start"
          autoFocus
          icon={<PenLine size={20} />}
          busy={entering === writer.id}
          onClick={() => void enter(writer)}
        >
          {t('session.enterAsWriter', { name: writer.name })}
        </Button>
      )}
      <h2 className="session-or">{t('session.otherSeats')}</h2>
      <ul className="session-people">
        {view.oneClick.map(person => (
          <li key={person.id}>
            <button type="button" className="session-person" onClick={() => void enter(person)}>
              <Avatar name={person.name} size="large" />
              <span>
                <strong>{person.name}</strong> {rolesText(person.roles)}
                <span className="session-person-hint">{hintOf(person)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {offer}
    </SessionPage>
  )
}
