import './aids-list.css'
import { type Editor, useEditorState } from '@tiptap/react'
import { BookA, CalendarDays, type LucideIcon, MapPin, Quote, UserRound } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { dayInVietnam } from '#common/domain/vietnam-time'
import type { Completion } from '#common/vietnamese/writing-aids/complete'
import { useAsk } from '#renderer/api/queries.ts'
import type { Command } from '#renderer/commands/command.ts'
import { useScreenCommands } from '#renderer/commands/screen-commands.ts'
import { useText } from '#renderer/text/use-text.ts'
import { describeShortcut } from '#renderer/ui/ShortcutKeys.tsx'
import { say } from '#renderer/ui/toasts.ts'
import { CaretPopup } from '../caret-popup/CaretPopup.tsx'
import { editorShortcuts } from '../toolbar/editor-shortcuts.ts'
import { automaticAids, setAutomaticAids } from './automatic-aids.ts'
import { aidsState, putCompletion } from './writing-aids.ts'

const icons: Readonly<Record<Completion['kind'], LucideIcon>> = {
  abbreviation: BookA,
  name: MapPin,
  title: UserRound,
  phrase: Quote,
  date: CalendarDays,
}

/** What may follow the last words; the keyboard stays in the text until F2. */
export function AidsList({ editor }: { readonly editor: Editor }) {
  const { t } = useText()
  const names = useAsk('names.read', {}).value?.names
  const { offered, chosen } = useEditorState({
    editor,
    selector: ({ editor }) => {
      const { offered, chosen } = aidsState(editor.state)
      return { offered, chosen }
    },
  })
  const isAutomatic = useAutomatic()
  useEffect(() => {
    const storage = editor.extensionStorage.writingAids
    storage.sources = names === undefined ? null : () => ({ names, today: dayInVietnam(Date.now()) })
    storage.isAutomatic = isAutomatic
  }, [editor, names, isAutomatic])
  if (offered.length === 0 || !editor.isEditable) return null
  return (
    <CaretPopup editor={editor} label={t('editor.aids.title')} className="aids-list">
      {offered.map((completion, index) => {
        const Icon = icons[completion.kind]
        return (
          <div
            key={completion.text}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            data-highlighted={index === chosen || undefined}
            className="menu-item"
            onMouseDown={event => {
              event.preventDefault()
              putCompletion(editor.view, completion)
            }}
          >
            <span className="menu-icon">
              <Icon size={15} />
            </span>
            <span className="menu-text">{completion.text}</span>
          </div>
        )
      })}
      <p className="aids-hint">
        {chosen === null
          ? t('editor.aids.enter', { keys: describeShortcut(editorShortcuts.aids.keys) })
          : t('editor.aids.choose')}
      </p>
    </CaretPopup>
  )
}

/** Whether suggestions come by themselves; the palette has the switch, the workstation remembers it. */
function useAutomatic(): boolean {
  const { t } = useText()
  const [isOn, setOn] = useState(automaticAids)
  const commands = useMemo(
    (): readonly Command[] => [
      {
        id: 'editor.aids.automatic',
        label: isOn ? 'editor.aids.turnOff' : 'editor.aids.turnOn',
        icon: BookA,
        group: 'write',
        isEnabled: () => true,
        run: () => {
          setAutomaticAids(!isOn)
          setOn(!isOn)
          say(t(isOn ? 'editor.aids.isOff' : 'editor.aids.isOn'))
        },
      },
    ],
    [isOn, t],
  )
  useScreenCommands(commands)
  return isOn
}
