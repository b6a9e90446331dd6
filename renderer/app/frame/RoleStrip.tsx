import { useSession } from '#renderer/api/session.tsx'
import { useCommandContext } from '#renderer/commands/context.tsx'
import { switchAccount } from '#renderer/commands/workspace-commands.ts'
import { useRolesText } from '#renderer/text/use-roles-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Avatar } from '#renderer/ui/Avatar.tsx'
import { Tooltip } from '#renderer/ui/Tooltip.tsx'

/** Sample commune only: one click sits down as somebody else. */
export function RoleStrip() {
  const { t } = useText()
  const rolesText = useRolesText()
  const context = useCommandContext()
  const { oneClick, account } = useSession()
  if (oneClick.length < 2) return null
  return (
    <div className="role-strip">
      <p className="role-strip-label">{t('account.playRole')}</p>
      <div className="role-strip-people">
        {oneClick.map(person => (
          <Tooltip key={person.id} side="top" label={`${person.name} · ${rolesText(person.roles)}`}>
            <button
              type="button"
              aria-label={`${t('account.switch')}: ${person.name}, ${rolesText(person.roles)}`}
              aria-pressed={person.id === account.id}
              onClick={() => {
                if (switchAccount.isEnabled(context, person)) void switchAccount.run(context, person)
              }}
            >
              <Avatar name={person.name} size="small" current={person.id === account.id} />
            </button>
          </Tooltip>
        ))}
      </div>
    </div>
  )
}
