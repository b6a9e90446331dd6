import type { Editor } from '@tiptap/core'
import { InsertImportDialog } from '#renderer/imports/InsertImportDialog.tsx'
import { insertBlocks } from './insert-block.ts'
import type { Asked, FileIntake } from './use-files.ts'

interface Props {
  readonly editor: Editor
  readonly files: FileIntake
  readonly asked: Asked
}

/** Asks what a document that fell on the text is to become, one after the other. */
export function DroppedDocument({ editor, files, asked: { file, position } }: Props) {
  return (
    <InsertImportDialog
      key={`${file.name} ${file.lastModified}`}
      file={file}
      onInsert={blocks => {
        files.answer()
        insertBlocks(editor, position, blocks)
      }}
      onAttach={() => {
        files.answer()
        files.add([file], position)
      }}
      onClose={files.answer}
    />
  )
}
