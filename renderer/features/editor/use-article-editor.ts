import type { EditorView } from '@tiptap/pm/view'
import { type Editor, useEditor } from '@tiptap/react'
import { useState } from 'react'
import type { SuggestionStamp } from '#common/document/suggestions/suggestion-marks'
import { useWire } from '#renderer/api/wire-context.tsx'
import { matchesShortcut } from '#renderer/commands/shortcuts.ts'
import { useText } from '#renderer/text/use-text.ts'
import { complain } from '#renderer/ui/toasts.ts'
import { WritingAids } from './aids/writing-aids.ts'
import { BlockHandle } from './blocks/block-handle.ts'
import { CommentMarks } from './comments/comment-marks.ts'
import type { FontSpan } from './encoding/font-spans.ts'
import { articleExtensions, articleSchemaSpec } from './extensions/article-extensions.ts'
import { CleanPaste } from './extensions/clean-paste.ts'
import { Collaboration } from './extensions/collaboration.ts'
import { RepairEncoding } from './extensions/repair-encoding.ts'
import { SlashMenu } from './extensions/slash-menu.ts'
import type { ViewOptions } from './extensions/view-words.ts'
import { FindText } from './find/find-text.ts'
import { OtherCarets } from './presence/carets.ts'
import { ProofreadMarks } from './proofreading/proofread-marks.ts'
import { MergeSchedules } from './schedule/merge-schedules.ts'
import { SuggestingMode } from './suggestions/suggesting.ts'
import { editorShortcuts } from './toolbar/editor-shortcuts.ts'
import type { FileIntake } from './use-files.ts'

interface Options {
  readonly json: Record<string, unknown>
  readonly version: number
  readonly clientId: string
  readonly files: Pick<FileIntake, 'drop' | 'store'>
  /** What two people wrote into one place of a schedule at once; theirs. */
  readonly onLostCells: (texts: readonly string[]) => void
  /** Of a suggestion the person makes now. */
  readonly stamp: () => SuggestionStamp
}

/**
 * The editor of one draft. Options are read once: the editor is made again with the screen, never by a render, and no
 * keystroke renders React.
 */
export function useArticleEditor({ json, version, clientId, files, onLostCells, stamp }: Options): Editor {
  const wire = useWire()
  const { t } = useText()
  const [options] = useState(() => {
    let pastedFonts: readonly FontSpan[] = []
    const views: ViewOptions = { word: key => t(key), blobUrl: wire.blobUrl }
    return {
      content: json,
      schemaSpec: articleSchemaSpec,
      extensions: [
        ...articleExtensions(views),
        BlockHandle.configure(views),
        Collaboration.configure({ version, clientId }),
        MergeSchedules.configure({ onLost: onLostCells }),
        SuggestingMode.configure({ stamp }),
        CommentMarks,
        OtherCarets,
        SlashMenu,
        WritingAids,
        FindText,
        ProofreadMarks,
        CleanPaste.configure({
          onFiles: files.drop,
          onPictures: files.store,
          onFonts: fonts => {
            pastedFonts = fonts
          },
          onNotice: ({ kind, count }) => complain(t(`editor.paste.${kind}`, { count })),
        }),
        RepairEncoding.configure({ pastedFonts: () => pastedFonts }),
      ],
      injectCSS: false,
      immediatelyRender: true as const,
      shouldRerenderOnTransaction: false,
      enableCoreExtensions: { delete: false as const },
      editorProps: {
        handleDOMEvents: {
          // ProseMirror would swallow every Enter it has no use for; this one is the screen's own shortcut.
          keydown: (_view: EditorView, event: KeyboardEvent) =>
            matchesShortcut(editorShortcuts.submit.keys, event),
        },
        attributes: {
          'aria-label': t('editor.text'),
          'aria-multiline': 'true',
          role: 'textbox',
          lang: 'vi',
          spellcheck: 'false',
        },
      },
    }
  })
  return useEditor(options)
}
