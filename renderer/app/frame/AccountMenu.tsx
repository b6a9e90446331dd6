import { ChevronsUpDown } from 'lucide-react'
import { useSession } from '#renderer/api/session.tsx'
import { CommandMenuItem } from '#renderer/commands/CommandButton.tsx'
import { useCommandContext } from '#renderer/commands/context.tsx'
import { signOut, switchAccount } from '#renderer/commands/workspace-commands.ts'
import { useRolesText } from '#renderer/text/use-roles-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Avatar } from '#renderer/ui/Avatar.tsx'
import { Menu, MenuGroup, MenuItem, MenuSeparator } from '#renderer/ui/Menu.tsx'

/** Who sits here, and the way to sit down as somebody else. */
export function AccountMenu() {
  const { t } = useText()
  const rolesText = useRolesText()
  const context = useCommandContext()
  const { account, oneClick } = useSession()
  const others = oneClick.filter(person => person.id !== account.id)
  return (
    <Menu
      side="top"
      trigger={
        <button type="button" className="account-button">
          <Avatar name={account.name} />
          <span className="account-names">
            <strong>{account.name}</strong>
            <span>{rolesText(account.roles)}</span>
          </span>
          <ChevronsUpDown size={15} aria-hidden="true" />
        </button>
      }
    >
      {others.length > 0 && (
        <>
          <MenuGroup label={t('account.switch')}>
            {others.map(person => (
              <MenuItem
                key={person.id}
                icon={<Avatar name={person.name} size="small" />}
                hint={rolesText(person.roles)}
                onSelect={() => void switchAccount.run(context, person)}
              >
                {person.name}
              </MenuItem>
            ))}
          </MenuGroup>
          <MenuSeparator />
        </>
      )}
      <CommandMenuItem command={signOut} target={undefined} />
    </Menu>
  )
}
