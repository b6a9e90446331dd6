import './article-text.css'
import { type Editor, EditorContent } from '@tiptap/react'
import { type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from 'react'
import { matchesShortcut } from '#renderer/commands/shortcuts.ts'
import { RepairDialog } from './encoding/RepairDialog.tsx'
import { offerSelection } from './extensions/repair-encoding.ts'
import { WordCount } from './frame/WordCount.tsx'
import { SlashList } from './slash/SlashList.tsx'
import { ContextBar } from './toolbar/ContextBar.tsx'
import type { EditorTools } from './toolbar/editor-action.ts'
import { editorShortcuts } from './toolbar/editor-shortcuts.ts'
import { FilePicker, type FilePickerHandle } from './toolbar/FilePicker.tsx'
import { LinkDialog } from './toolbar/LinkDialog.tsx'
import { Toolbar } from './toolbar/Toolbar.tsx'
import type { FileIntake } from './use-files.ts'

interface Props {
  readonly editor: Editor
  readonly files: FileIntake
  readonly editable: boolean
}

/** The page the article is written on, with its tools above and its length below. */
export function Sheet({ editor, files, editable }: Props) {
  const picker = useRef<FilePickerHandle>(null)
  const [linking, setLinking] = useState(false)
  const tools = useMemo<EditorTools>(
    () => ({
      openLink: () => setLinking(true),
      pickPictures: () => picker.current?.pick('pictures'),
      pickFiles: () => picker.current?.pick('files'),
      repairEncoding: () => offerSelection(editor.view),
    }),
    [editor],
  )
  const onKeyDown = (event: KeyboardEvent) => {
    if (!editable || !matchesShortcut(editorShortcuts.link.keys, event.nativeEvent)) return
    event.preventDefault()
    setLinking(true)
  }
  return (
    <div className="sheet">
      {editable && <Toolbar editor={editor} tools={tools} pending={files.pending} />}
      <ContextBar editor={editor} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the text inside is the control; the margin only helps to reach it */}
      <div className="sheet-scroll" onKeyDown={onKeyDown} onMouseDown={event => writeBelow(event, editor)}>
        <EditorContent editor={editor} className="sheet-page" />
      </div>
      <WordCount editor={editor} />
      <SlashList editor={editor} tools={tools} />
      <FilePicker ref={picker} onFiles={picked => files.add(picked, null)} />
      <RepairDialog editor={editor} />
      {linking && <LinkDialog editor={editor} onClose={() => setLinking(false)} />}
    </div>
  )
}

/** A click below the text goes on writing there, even below a picture or a table. */
function writeBelow(event: MouseEvent, editor: Editor): void {
  if (!editor.isEditable || event.target !== event.currentTarget) return
  const last = editor.view.dom.lastElementChild
  if (last === null || event.clientY < last.getBoundingClientRect().bottom) return
  event.preventDefault()
  const { doc, schema, tr } = editor.state
  const paragraph = schema.nodes.paragraph
  if (paragraph !== undefined && doc.lastChild?.type !== paragraph) {
    editor.view.dispatch(tr.insert(doc.content.size, paragraph.create()))
  }
  editor.commands.focus('end')
}
