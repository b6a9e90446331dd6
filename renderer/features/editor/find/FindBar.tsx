import './find-bar.css'
import { type Editor, useEditorState } from '@tiptap/react'
import { ArrowDown, ArrowUp, CaseSensitive, WholeWord, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { matchesShortcut } from '#renderer/commands/shortcuts.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { findState, goToMatch, lookFor, replaceAllMatches, replaceMatch } from './find-text.ts'

interface Props {
  readonly editor: Editor
  readonly editable: boolean
  readonly mode: 'find' | 'replace'
  /** Rises when it is asked for again: the bar takes the keyboard back. */
  readonly asked: number
  readonly onClose: () => void
}

const toggles = [
  { option: 'exactMarks', label: 'editor.find.exactMarks', icon: <span className="find-marks">ấ</span> },
  { option: 'exactCase', label: 'editor.find.exactCase', icon: <CaseSensitive size={17} /> },
  { option: 'wholeWords', label: 'editor.find.wholeWords', icon: <WholeWord size={17} /> },
] as const

/** Find and replace: Enter goes on, Shift+Enter goes back, Escape returns to the text where the words were found. */
export function FindBar({ editor, editable, mode, asked, onClose }: Props) {
  const { t } = useText()
  const [text, setText] = useState(() => selectedWords(editor))
  const [options, setOptions] = useState({ exactMarks: true, exactCase: false, wholeWords: false })
  const [replacement, setReplacement] = useState('')
  const [done, setDone] = useState<number | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const found = useEditorState({
    editor,
    selector: ({ editor }) => {
      const { matches, current } = findState(editor.state)
      return { count: matches.length, current }
    },
  })
  useEffect(() => {
    lookFor(editor.view, text === '' ? null : { text, ...options })
    setDone(null)
  }, [editor, text, options])
  useEffect(() => () => void (editor.isDestroyed || lookFor(editor.view, null)), [editor])
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for again is the whole point
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [asked])

  const close = () => {
    onClose()
    editor.view.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const by = matchesShortcut('Shift+F3', event.nativeEvent)
      ? -1
      : matchesShortcut('F3', event.nativeEvent)
        ? 1
        : null
    if (event.key === 'Escape') close()
    else if (by !== null) goToMatch(editor.view, by)
    else return
    event.preventDefault()
  }
  const replaces = mode === 'replace' && editable
  return (
    <search className="find-bar" aria-label={t('editor.find.open')} onKeyDown={onKeyDown}>
      <form
        className="find-row"
        onSubmit={event => {
          event.preventDefault()
          goToMatch(editor.view, 1)
        }}
      >
        <input
          ref={input}
          className="input"
          aria-label={t('editor.find.words')}
          placeholder={t('editor.find.words')}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key !== 'Enter' || !event.shiftKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            goToMatch(editor.view, -1)
          }}
        />
        <span className="find-count numbers" role="status">
          {text === '' ? '' : countText()}
        </span>
        <IconButton
          size="small"
          label={t('editor.find.previous')}
          icon={<ArrowUp size={17} />}
          shortcut="Shift+F3"
          disabled={found.count === 0}
          onClick={() => goToMatch(editor.view, -1)}
        />
        <IconButton
          size="small"
          label={t('editor.find.next')}
          icon={<ArrowDown size={17} />}
          shortcut="F3"
          disabled={found.count === 0}
          onClick={() => goToMatch(editor.view, 1)}
        />
        {toggles.map(({ option, label, icon }) => (
          <IconButton
            key={option}
            size="small"
            label={t(label)}
            icon={icon}
            pressed={options[option]}
            onClick={() => setOptions({ ...options, [option]: !options[option] })}
          />
        ))}
        <span className="find-gap" />
        <IconButton size="small" label={t('ui.close')} icon={<X size={17} />} onClick={close} />
      </form>
      {replaces && (
        <form
          className="find-row"
          onSubmit={event => {
            event.preventDefault()
            replaceMatch(editor.view, replacement.normalize('NFC'))
            // Without a further match the button goes out, and would take the keyboard with it.
            if (found.count === 1) input.current?.focus()
          }}
        >
          <input
            className="input"
            aria-label={t('editor.find.with')}
            placeholder={t('editor.find.with')}
            value={replacement}
            onChange={event => setReplacement(event.currentTarget.value)}
          />
          <Button size="small" type="submit" disabled={found.count === 0}>
            {t('editor.find.replace')}
          </Button>
          <Button
            size="small"
            disabled={found.count === 0}
            onClick={() => {
              setDone(replaceAllMatches(editor.view, replacement.normalize('NFC')))
              input.current?.focus()
            }}
          >
            {t('editor.find.replaceAll')}
          </Button>
        </form>
      )}
    </search>
  )

  function countText(): string {
    if (done !== null && done > 0) return t('editor.find.replaced', { count: done })
    if (found.count === 0) return t(options.exactMarks ? 'editor.find.noneExact' : 'editor.find.none')
    if (found.current === null) return t('editor.find.count', { count: found.count })
    return t('editor.find.position', { current: found.current + 1, count: found.count })
  }
}

/** What is selected, where that is a few words of one block. */
function selectedWords({ state: { doc, selection } }: Editor): string {
  const { $from, $to, from, to } = selection
  return $from.sameParent($to) && to - from <= 100 ? doc.textBetween(from, to, ' ', ' ').trim() : ''
}
