import { BookmarkPlus } from 'lucide-react'
import type { Command } from '#renderer/commands/command.ts'
import { say } from '#renderer/ui/toasts.ts'
import type { EditorTarget } from './editor-target.ts'

/** "Lưu làm mẫu": the article as it is becomes a template of the office. */
export const keepTemplate: Command<EditorTarget> = {
  id: 'editor.keepTemplate',
  label: 'editor.keepTemplate',
  icon: BookmarkPlus,
  group: 'write',
  isEnabled: ({ session }) => session.may('article.edit-others'),
  run: async ({ t, asker, tell }, { view, link }) => {
    const name = await asker.text({
      title: t('editor.keepTemplate'),
      label: t('templates.name'),
      hint: t('templates.variablesHint'),
      action: t('ui.save'),
    })
    if (name === null) return
    await link?.flush()
    const kept = await tell('templates.keep', { article: view.article.id, name: name.slice(0, 200) })
    if (kept !== null) say(t('templates.kept', { name }))
  },
}
