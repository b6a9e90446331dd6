import { type Editor, useEditorState } from '@tiptap/react'
import { useEffect, useMemo } from 'react'
import { fold } from '#common/vietnamese/fold'
import { useText } from '#renderer/text/use-text.ts'
import { CaretPopup } from '../caret-popup/CaretPopup.tsx'
import { slashState } from '../extensions/slash-menu.ts'
import type { EditorTools } from '../toolbar/editor-action.ts'
import { type SlashEntry, useSlashEntries } from './slash-entries.ts'

interface Props {
  readonly editor: Editor
  readonly tools: EditorTools
}

/** "/" on an empty line: what can be put there, filtered by the letters typed after it. */
export function SlashList({ editor, tools }: Props) {
  const { t } = useText()
  const { query, index } = useEditorState({ editor, selector: ({ editor }) => slashState(editor.state) })
  const entries = useSlashEntries()
  const found = useMemo(
    () =>
      query === null
        ? []
        : entries.filter(entry => entry.isEnabled(editor) && fold(entry.label).includes(fold(query.trim()))),
    [query, editor, entries],
  )
  useEffect(() => {
    const storage = editor.extensionStorage.slashMenu
    storage.keys = {
      count: () => found.length,
      choose: chosen => choose(editor, tools, found[chosen]),
    }
    return () => {
      storage.keys = null
    }
  }, [editor, tools, found])
  if (found.length === 0 || !editor.isEditable) return null
  return (
    <CaretPopup editor={editor} label={t('editor.slash')}>
      {found.map((action, position) => (
        <div
          key={action.id}
          role="option"
          tabIndex={-1}
          aria-selected={position === index}
          data-highlighted={position === index || undefined}
          ref={position === index ? element => element?.scrollIntoView({ block: 'nearest' }) : undefined}
          className="menu-item"
          onMouseDown={event => {
            event.preventDefault()
            choose(editor, tools, action)
          }}
        >
          <span className="menu-icon">
            <action.icon size={16} />
          </span>
          <span className="menu-text">{action.label}</span>
        </div>
      ))}
    </CaretPopup>
  )
}

/** Takes the typed "/…" away first, so that undo brings back an empty line. */
function choose(editor: Editor, tools: EditorTools, action: SlashEntry | undefined): void {
  if (action === undefined) return
  const { $from } = editor.state.selection
  editor.view.dispatch(editor.state.tr.delete($from.start(), $from.end()))
  action.run(editor, tools)
}
