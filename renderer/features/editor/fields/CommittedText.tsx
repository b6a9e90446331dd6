import {
  type ChangeEvent,
  type CompositionEvent,
  type KeyboardEvent,
  useEffect,
  useRef,
  useState,
} from 'react'
import { TextArea, TextInput } from '#renderer/ui/Field.tsx'

const pauseMs = 600

export interface CommittedTextProps {
  readonly value: string
  /** Takes the text over; false leaves it in the control as it was typed. */
  readonly onCommit: (text: string) => boolean
  readonly multiline?: boolean
  readonly disabled?: boolean
  readonly id?: string
  /** Needed where no Field gives it a name. */
  readonly label?: string
  /** Lines it begins with, where it may have several. */
  readonly rows?: number
  readonly placeholder?: string
  readonly maxLength?: number
}

/**
 * A control whose text goes into the document after a pause, on Enter and on leaving, never while a word is being
 * composed. Changes from elsewhere (undo, another window) show as long as nothing unfinished stands here.
 */
export function CommittedText({
  value,
  onCommit,
  multiline = false,
  label,
  rows = 2,
  ...rest
}: CommittedTextProps) {
  const [text, setText] = useState(value)
  const latest = useRef({ text, dirty: false, onCommit })
  latest.current.onCommit = onCommit
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => {
    if (latest.current.dirty) return
    latest.current.text = value
    setText(value)
  }, [value])

  const commit = useRef(() => {
    clearTimeout(timer.current)
    const { current } = latest
    if (current.dirty) current.dirty = !current.onCommit(current.text)
  }).current
  useEffect(() => commit, [commit])

  const later = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(commit, pauseMs)
  }
  const props = {
    ...rest,
    'aria-label': label,
    value: text,
    onChange: (event: ChangeEvent<HTMLInputElement & HTMLTextAreaElement>) => {
      latest.current.text = event.currentTarget.value
      latest.current.dirty = true
      setText(event.currentTarget.value)
      const { isComposing } = event.nativeEvent as InputEvent
      if (isComposing) clearTimeout(timer.current)
      else later()
    },
    onCompositionEnd: (_event: CompositionEvent) => later(),
    onBlur: commit,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && !multiline && !event.nativeEvent.isComposing) commit()
    },
  }
  return multiline ? <TextArea {...props} rows={rows} /> : <TextInput {...props} />
}
