import type { Editor } from '@tiptap/core'
import { type RefObject, useCallback, useRef, useState } from 'react'
import { problem } from '#common/api/problems/problem'
import type { Media } from '#common/api/views'
import { repairFileName } from '#common/vietnamese/encodings/repair-file-name'
import { useConnection } from '#renderer/api/wire-context.tsx'
import { useText } from '#renderer/text/use-text.ts'
import { say } from '#renderer/ui/toasts.ts'
import { insertBlock } from './insert-block.ts'
import { partControlId } from './toolbar/PartBars.tsx'

export type FilesDropped = (files: readonly File[], position: number | null) => void

export interface FileIntake {
  readonly add: FilesDropped
  /** How many files are on their way into the store. */
  readonly pending: number
  /** The editor they go into; set by the screen once it exists. */
  readonly editor: RefObject<Editor | null>
}

/** Stores files one after the other and puts each into the text as soon as it is stored. */
export function useFiles(): FileIntake {
  const { wire, report } = useConnection()
  const { t } = useText()
  const editor = useRef<Editor | null>(null)
  const [pending, setPending] = useState(0)
  const add = useCallback<FilesDropped>(
    (files, position) => {
      const target = editor.current
      if (target === null) return
      const place = followPosition(target, position ?? target.state.selection.to)
      setPending(count => count + files.length)
      void (async () => {
        for (const given of files) {
          const file = withReadableName(given)
          if (file.name !== given.name.normalize('NFC'))
            say(t('editor.encoding.fileName', { name: file.name }))
          const answer = await wire
            .upload(file)
            .catch(() => ({ ok: false, problem: problem('no-answer') }) as const)
          setPending(count => count - 1)
          if (!answer.ok) report(answer.problem, 'media.add')
          else if (!target.isDestroyed) place.moveTo(insertMedia(target, place.now(), answer.value))
        }
        place.stop()
        // A picture waits for its description.
        requestAnimationFrame(() => document.getElementById(partControlId('alt'))?.focus())
      })()
    },
    [wire, report, t],
  )
  return { add, pending, editor }
}

/** The same file under a name in Unicode; the file on the machine is not touched. */
function withReadableName(file: File): File {
  const name = repairFileName(file.name)
  return name === file.name
    ? file
    : new File([file], name, { type: file.type, lastModified: file.lastModified })
}

function insertMedia(editor: Editor, position: number, media: Media): number {
  const { figure, attachment } = editor.schema.nodes
  if (figure === undefined || attachment === undefined) return position
  const { hash, fileName, mediaType, sizeBytes, width, height } = media
  const node = mediaType.startsWith('image/')
    ? figure.create({ image: hash, width, height })
    : attachment.create({ file: hash, fileName, mediaType, sizeBytes })
  return insertBlock(editor, position, node)
}

/** A place in the text that stays where it was while others type. */
function followPosition(editor: Editor, start: number) {
  let position = start
  const follow = ({ transaction }: { transaction: { mapping: { map(position: number): number } } }) => {
    position = transaction.mapping.map(position)
  }
  editor.on('transaction', follow)
  return {
    now: () => position,
    moveTo: (next: number) => {
      position = next
    },
    stop: () => editor.off('transaction', follow),
  }
}
