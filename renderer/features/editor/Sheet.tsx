import './article-text.css'
import { type Editor, EditorContent } from '@tiptap/react'
import { type KeyboardEvent, type MouseEvent, memo, type ReactNode, useMemo, useRef, useState } from 'react'
import { useScreenCommands } from '#renderer/commands/screen-commands.ts'
import { matchesShortcut } from '#renderer/commands/shortcuts.ts'
import { useShortcuts } from '#renderer/commands/use-shortcuts.ts'
import { PictureFolderDialog } from '#renderer/media/FolderDialog.tsx'
import { LibraryDialog } from '#renderer/media/LibraryDialog.tsx'
import { FolderInput } from '#renderer/ui/FolderInput.tsx'
import { AidsList } from './aids/AidsList.tsx'
import { Bubble } from './bubble/Bubble.tsx'
import { DroppedDocument } from './DroppedDocument.tsx'
import { RepairDialog } from './encoding/RepairDialog.tsx'
import { offerSelection } from './extensions/repair-encoding.ts'
import { FindBar } from './find/FindBar.tsx'
import { StatusLine } from './frame/StatusLine.tsx'
import { findCommands, textCommands } from './frame/text-commands.ts'
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
  /** Said in the line below the text, beside its length. */
  readonly status: ReactNode
}

interface Finding {
  readonly mode: 'find' | 'replace'
  /** Rises when it is asked for again, so that the bar takes the keyboard back. */
  readonly asked: number
}

/** The page the article is written on, with its tools above and its length below; what is saved does not draw it again. */
export const Sheet = memo(({ editor, files, editable, status }: Props) => {
  const picker = useRef<FilePickerHandle>(null)
  const folder = useRef<HTMLInputElement>(null)
  const [inFolder, setInFolder] = useState<readonly File[] | null>(null)
  const [inLibrary, setInLibrary] = useState(false)
  const [linking, setLinking] = useState(false)
  const [finding, setFinding] = useState<Finding | null>(null)
  const tools = useMemo<EditorTools>(
    () => ({
      openLink: () => setLinking(true),
      pickPictures: () => picker.current?.pick('pictures'),
      pickGallery: () => picker.current?.pick('gallery'),
      pickFiles: () => picker.current?.pick('files'),
      pickFolder: () => folder.current?.click(),
      openLibrary: () => setInLibrary(true),
      repairEncoding: () => offerSelection(editor.view),
      find: mode => setFinding(before => ({ mode, asked: (before?.asked ?? 0) + 1 })),
    }),
    [editor],
  )
  const finders = useMemo(() => findCommands(tools), [tools])
  useShortcuts(finders)
  useScreenCommands(useMemo(() => [...finders, ...textCommands(editor, tools)], [finders, editor, tools]))
  const onKeyDown = (event: KeyboardEvent) => {
    if (matchesShortcut(editorShortcuts.toolbar.keys, event.nativeEvent)) {
      event.preventDefault()
      focusTools(event.currentTarget.parentElement)
    }
    if (!editable || !matchesShortcut(editorShortcuts.link.keys, event.nativeEvent)) return
    event.preventDefault()
    setLinking(true)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape in one of the bars inside leads back to the text
    <div className="sheet" onKeyDown={event => backToText(event, editor)}>
      {editable && <Toolbar editor={editor} tools={tools} pending={files.pending} />}
      <ContextBar editor={editor} tools={tools} />
      {finding !== null && (
        <FindBar {...{ editor, editable }} {...finding} onClose={() => setFinding(null)} />
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the text inside is the control; the margin only helps to reach it */}
      <div
        className="sheet-scroll"
        onKeyDown={onKeyDown}
        onMouseDown={event => {
          toBar(event)
          writeBelow(event, editor)
        }}
      >
        <EditorContent editor={editor} className="sheet-page" />
      </div>
      <StatusLine editor={editor} status={status} />
      {editable && <Bubble editor={editor} tools={tools} />}
      <AidsList editor={editor} />
      <SlashList editor={editor} tools={tools} />
      <FilePicker ref={picker} onFiles={picked => files.add(picked, null)} onGallery={files.addGallery} />
      <FolderInput picker="picture-folder" input={folder} onFiles={setInFolder} />
      {inFolder !== null && (
        <PictureFolderDialog
          files={inFolder}
          onAdd={chosen => {
            setInFolder(null)
            files.add(chosen, null)
          }}
          onClose={() => setInFolder(null)}
        />
      )}
      {inLibrary && (
        <LibraryDialog
          onInsert={pictures => {
            setInLibrary(false)
            files.insert(pictures)
          }}
          onClose={() => setInLibrary(false)}
        />
      )}
      <RepairDialog editor={editor} />
      {files.asked !== null && <DroppedDocument editor={editor} files={files} asked={files.asked} />}
      {linking && <LinkDialog editor={editor} onClose={() => setLinking(false)} />}
    </div>
  )
})

/** Alt+F10, as in word processors: to the bar of what the cursor is in, else to the toolbar. Escape comes back. */
function focusTools(sheet: HTMLElement | null): void {
  const bar = sheet?.querySelector('.context-bar') ?? sheet?.querySelector('.editor-toolbar')
  bar?.querySelector<HTMLElement>('button:not(:disabled), input')?.focus()
}

/** What is shown in the text and typed in the bar above it: a press goes there, once its block is selected and the bar drawn. */
function toBar({ target, currentTarget: { parentElement } }: MouseEvent): void {
  if (target instanceof Element && target.closest('[data-typed-in-bar]') !== null)
    setTimeout(() => focusTools(parentElement))
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

function backToText(event: KeyboardEvent, editor: Editor): void {
  const isInBar =
    event.target instanceof Element && event.target.closest('.context-bar, .editor-toolbar') !== null
  if (event.key !== 'Escape' || !isInBar || event.defaultPrevented) return
  event.preventDefault()
  editor.view.focus()
}
