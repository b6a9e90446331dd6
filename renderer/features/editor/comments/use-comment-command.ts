import { MessageSquarePlus } from 'lucide-react'
import type { Command } from '#renderer/commands/command.ts'
import { editorShortcuts } from '../toolbar/editor-shortcuts.ts'
import type { Notes } from './use-notes.ts'

/** Mod+Alt+M: a comment about what is selected. */
export function useCommentCommand(notes: Notes, onOpen: () => void): Command {
  return {
    id: 'editor.comment',
    label: 'comment.start',
    icon: MessageSquarePlus,
    group: 'view',
    shortcut: editorShortcuts.comment.keys,
    isEnabled: () => notes.mayComment,
    run: async () => {
      await notes.write()
      onOpen()
    },
  }
}
