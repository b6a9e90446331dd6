import './focus-field.css'
import { type KeyboardEvent, type MouseEvent, useState } from 'react'
import { centre, type FocusPoint, focusStep, nearestFocus } from '#common/domain/focus-point'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Field, TextInput } from '#renderer/ui/Field.tsx'

interface Props {
  readonly src: string
  readonly value: FocusPoint | null
  readonly onChange: (focus: FocusPoint | null) => void
}

/** What stays in sight where a picture is cropped: a click, the arrow keys, or two numbers; beside it what lists will show. */
export function FocusField({ src, value, onChange }: Props) {
  const { t } = useText()
  const { x, y } = value ?? centre
  const onClick = (event: MouseEvent<HTMLButtonElement>) => {
    // Enter and the blank click without a place.
    if (event.detail === 0) return
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
    onChange(nearestFocus(((event.clientX - left) / width) * 100, ((event.clientY - top) / height) * 100))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const [right = 0, down = 0] = by
    onChange(nearestFocus(x + right * focusStep, y + down * focusStep))
  }
  return (
    <div className="focus-field">
      <button
        type="button"
        className="focus-picture"
        aria-label={t('media.focusPlace', { x, y })}
        onClick={onClick}
        onKeyDown={onKeyDown}
      >
        <img src={src} alt="" draggable={false} />
        <span className="focus-mark" style={{ left: `${x}%`, top: `${y}%` }} />
      </button>
      <div className="focus-side">
        <span className="focus-crop">
          <img src={src} alt="" style={{ objectPosition: `${x}% ${y}%` }} />
        </span>
        <p>{t('media.focusHint')}</p>
        <div className="focus-numbers">
          <Share label={t('media.focusX')} value={x} onChange={share => onChange(nearestFocus(share, y))} />
          <Share label={t('media.focusY')} value={y} onChange={share => onChange(nearestFocus(x, share))} />
        </div>
        <Button size="small" look="quiet" disabled={value === null} onClick={() => onChange(null)}>
          {t('media.focusReset')}
        </Button>
      </div>
    </div>
  )
}

interface ShareProps {
  readonly label: string
  readonly value: number
  readonly onChange: (share: number) => void
}

/** A number that is on the scale counts at once, any other when its field is left: 7 is the beginning of 75. */
function Share({ label, value, onChange }: ShareProps) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <Field label={label}>
      <TextInput
        type="number"
        min={0}
        max={100}
        step={focusStep}
        value={typed ?? value}
        onChange={({ target }) => {
          setTyped(target.value)
          if (target.valueAsNumber % focusStep === 0) onChange(target.valueAsNumber)
        }}
        onBlur={() => {
          if (typed !== null && typed !== '') onChange(Number(typed))
          setTyped(null)
        }}
      />
    </Field>
  )
}
