import type { Editor } from '@tiptap/react'
import { Replace, Search } from 'lucide-react'
import type { Command } from '#renderer/commands/command.ts'
import type { EditorAction, EditorTools } from '../toolbar/editor-action.ts'
import { moreInserts, toolActions, toolbarGroups } from '../toolbar/editor-actions.ts'
import { editorShortcuts } from '../toolbar/editor-shortcuts.ts'

/** Everything the toolbar can do, for the palette; the keys are bound by the text itself. */
export function textCommands(editor: Editor, tools: EditorTools): readonly Command[] {
  return [...toolbarGroups.flat(), ...moreInserts, ...toolActions]
    .filter(({ id }) => id !== 'find')
    .map(action => toCommand(action, editor, tools))
}

/** Find and replace; their keys hold everywhere on the screen. */
export function findCommands(tools: EditorTools): readonly Command[] {
  return (['find', 'replace'] as const).map(what => ({
    id: `editor.${what}`,
    label: editorShortcuts[what].label,
    icon: what === 'find' ? Search : Replace,
    group: 'write',
    shortcut: editorShortcuts[what].keys,
    isEnabled: () => true,
    run: () => tools.find(what),
  }))
}

function toCommand(action: EditorAction, editor: Editor, tools: EditorTools): Command {
  return {
    id: `editor.action.${action.id}`,
    label: action.label,
    icon: action.icon,
    group: 'write',
    ...(action.shortcut === undefined ? {} : { shortcut: action.shortcut }),
    isEnabled: () => !editor.isDestroyed && action.isEnabled(editor),
    // The palette gives the keyboard back to the text first.
    run: () => void requestAnimationFrame(() => action.run(editor, tools)),
  }
}
