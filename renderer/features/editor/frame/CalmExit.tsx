import type { Editor } from '@tiptap/react'
import { Maximize, Minimize2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Command } from '#renderer/commands/command.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { editorShortcuts } from '../toolbar/editor-shortcuts.ts'

export interface Calm {
  /** Only the sheet is on the screen. */
  readonly isOn: boolean
  readonly change: () => void
  readonly toggle: Command
}

/** Focus mode, by F11 or from the palette; the caret stays where it is. */
export function useCalm(editor: Editor): Calm {
  const [isOn, setOn] = useState(false)
  return useMemo(() => {
    const change = () => {
      setOn(!isOn)
      requestAnimationFrame(() => {
        if (!editor.isDestroyed) editor.commands.focus()
      })
    }
    const toggle: Command = {
      id: 'editor.calm',
      label: isOn ? 'editor.calm.leave' : 'editor.calm.enter',
      icon: Maximize,
      group: 'write',
      shortcut: editorShortcuts.calm.keys,
      isEnabled: () => true,
      run: change,
    }
    return { isOn, change, toggle }
  }, [isOn, editor])
}

/** The one thing beside the sheet: the way back. */
export function CalmExit({ calm }: { readonly calm: Calm }) {
  const { t } = useText()
  return (
    <Button
      className="calm-exit"
      size="small"
      look="quiet"
      icon={<Minimize2 size={15} />}
      shortcut={calm.toggle.shortcut}
      onClick={calm.change}
    >
      {t('editor.calm.leave')}
    </Button>
  )
}
