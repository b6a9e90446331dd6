import { SpellCheck } from 'lucide-react'
import type { Command } from '#renderer/commands/command.ts'
import type { EditorTarget } from '../frame/editor-target.ts'
import { editorShortcuts } from '../toolbar/editor-shortcuts.ts'
import { placedFindings } from './proofread-marks.ts'

/** F7, as in word processors: the next thing to mend, with its card. */
export const nextFinding: Command<EditorTarget> = {
  id: 'editor.nextFinding',
  label: 'proofreading.next',
  icon: SpellCheck,
  group: 'write',
  shortcut: editorShortcuts.nextFinding.keys,
  isEnabled: (_context, { editor }) => placedFindings(editor.state).length > 0,
  run: (_context, target) => target.nextFinding(),
}
