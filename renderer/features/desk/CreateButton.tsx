import { BookmarkCheck, ChevronDown, FileInput, FilePlus2 } from 'lucide-react'
import { useAsk } from '#renderer/api/queries.ts'
import { CommandButton } from '#renderer/commands/CommandButton.tsx'
import { useCommandContext } from '#renderer/commands/context.tsx'
import { createCommands, createNews, importFiles } from '#renderer/commands/create.ts'
import { paths } from '#renderer/commands/paths.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Menu, MenuItem, MenuSeparator } from '#renderer/ui/Menu.tsx'

/** "Soạn tin mới": one click begins a news item; the arrow offers every kind with a hint. */
export function CreateButton() {
  const { t, name } = useText()
  const context = useCommandContext()
  const templates = useAsk('templates.read', {}).value?.book.templates ?? []
  if (!createNews.isEnabled(context)) return null
  const use = async (template: string) => {
    const made = await context.tell('templates.use', { template })
    if (made !== null) context.navigate(paths.edit(made.article))
  }
  return (
    <span className="create-button">
      <CommandButton command={createNews} target={undefined} look="primary" />
      <Menu
        align="end"
        trigger={
          <Button look="primary" icon={<ChevronDown size={17} />} aria-label={t('desk.createOther')} />
        }
      >
        {createCommands.map(({ kind, command }) => (
          <MenuItem
            key={kind.id}
            icon={<FilePlus2 size={16} />}
            hint={name(kind.hint)}
            onSelect={() => void command.run(context)}
          >
            {name(kind.label)}
          </MenuItem>
        ))}
        {templates.map(template => (
          <MenuItem
            key={template.id}
            icon={<BookmarkCheck size={16} />}
            hint={t('templates.ofOffice')}
            onSelect={() => void use(template.id)}
          >
            {template.name}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem
          icon={<FileInput size={16} />}
          hint={t('desk.importHint')}
          onSelect={() => void importFiles.run(context)}
        >
          {t('desk.import')}
        </MenuItem>
      </Menu>
    </span>
  )
}
