import type { Editor } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { countWords } from '#common/document/summary'
import { documentText } from '#common/document/to-text'
import { useText } from '#renderer/text/use-text.ts'

const idleMs = 400
/** Syllables a reader takes in a minute, rounded. */
const wordsPerMinute = 220

/** Words and reading time, counted when typing pauses. */
export function WordCount({ editor }: { readonly editor: Editor }) {
  const { t } = useText()
  const [words, setWords] = useState(() => wordsOf(editor))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setWords(wordsOf(editor)), idleMs)
    }
    editor.on('update', later)
    return () => {
      clearTimeout(timer)
      editor.off('update', later)
    }
  }, [editor])
  return (
    <p className="word-count numbers">
      {t('editor.words', { count: words })}
      {' · '}
      {t('editor.minutes', { count: Math.max(1, Math.round(words / wordsPerMinute)) })}
    </p>
  )
}

function wordsOf(editor: Editor): number {
  return countWords(documentText(editor.state.doc))
}
