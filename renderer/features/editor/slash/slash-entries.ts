import type { Editor } from '@tiptap/react'
import { type LucideIcon, Quote } from 'lucide-react'
import { useMemo } from 'react'
import { emptyTemplateBook } from '#common/domain/template-book'
import { fillVariables, variablesOn } from '#common/domain/variables'
import { dayInVietnam } from '#common/domain/vietnam-time'
import { useAsk } from '#renderer/api/queries.ts'
import { useText } from '#renderer/text/use-text.ts'
import type { EditorTools } from '../toolbar/editor-action.ts'
import { slashActions } from '../toolbar/editor-actions.ts'

/** One line of the slash menu. */
export interface SlashEntry {
  readonly id: string
  readonly label: string
  readonly icon: LucideIcon
  readonly isEnabled: (editor: Editor) => boolean
  readonly run: (editor: Editor, tools: EditorTools) => void
}

/** Actions first, then the office's snippets with their variables filled in; one that is not known stays to be seen. */
export function useSlashEntries(): readonly SlashEntry[] {
  const { t } = useText()
  const snippets = (useAsk('templates.read', {}).value?.book ?? emptyTemplateBook).snippets
  const profile = useAsk('names.read', {}).value?.names.profile
  return useMemo(
    () => [
      ...slashActions.map(action => ({ ...action, label: t(action.label) })),
      ...snippets.map(({ id, name, text }) => ({
        id: `snippet ${id}`,
        label: name,
        icon: Quote,
        isEnabled: (editor: Editor) => editor.isEditable,
        run: (editor: Editor) => {
          const filled =
            profile === undefined ? text : fillVariables(text, variablesOn(dayInVietnam(Date.now()), profile))
          const paragraphs = filled
            .split(/\n+/)
            .map(line => ({ type: 'paragraph', content: [{ type: 'text', text: line }] }))
          editor.chain().focus().insertContent(paragraphs).run()
        },
      })),
    ],
    [t, snippets, profile],
  )
}
