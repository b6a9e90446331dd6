import type { Editor } from '@tiptap/react'
import { memo, type ReactNode, useEffect, useState } from 'react'
import { countWords } from '#common/document/summary'
import { documentText } from '#common/document/to-text'
import { useText } from '#renderer/text/use-text.ts'
import { atRest } from '../at-rest.ts'
import { Outline } from './Outline.tsx'

const idleMs = 400
/** Syllables a reader takes in a minute, rounded. */
const wordsPerMinute = 220

interface Props {
  readonly editor: Editor
  readonly status: ReactNode
}

/** Words, characters and reading time, counted when typing pauses, of the selection where there is one; and the outline. */
export const StatusLine = memo(({ editor, status }: Props) => {
  const { t } = useText()
  const [counts, setCounts] = useState(() => countsOf(editor))
  useEffect(() => {
    const { touch, stop } = atRest(idleMs, () => setCounts(countsOf(editor)))
    editor.on('update', touch).on('selectionUpdate', touch)
    return () => {
      stop()
      editor.off('update', touch).off('selectionUpdate', touch)
    }
  }, [editor])
  const { words, characters, selected } = counts
  return (
    <div className="status-line numbers">
      <p>
        {[
          ...(selected > 0 ? [t('editor.selectedWords', { count: selected })] : []),
          t('editor.words', { count: words }),
          t('editor.characters', { count: characters }),
          t('editor.minutes', { count: Math.max(1, Math.round(words / wordsPerMinute)) }),
        ].join(' · ')}
      </p>
      {status}
      <Outline editor={editor} />
    </div>
  )
})

function countsOf({ state: { doc, selection } }: Editor) {
  const text = documentText(doc)
  // Chosen cells of a table are ranges of their own.
  const chosen = selection.ranges.map(({ $from, $to }) => doc.textBetween($from.pos, $to.pos, '\n', '\n'))
  return {
    words: countWords(text),
    // Line ends are ours, not the writer's.
    characters: text.replaceAll('\n', '').length,
    selected: countWords(chosen.join('\n')),
  }
}
