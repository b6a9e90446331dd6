import './chip.css'
import type { Chip as ChipName } from '#common/domain/chip'
import { useText } from '#renderer/text/use-text.ts'
import { type Tone, toneOfChip } from './tone.ts'

/** The one status of an article, in words and tone. */
export function Chip({ chip }: { readonly chip: ChipName }) {
  const { t } = useText()
  return <Badge tone={toneOfChip[chip]}>{t(`chips.${chip}`)}</Badge>
}

/** A small label in the tone of a chip, for anything else. */
export function Badge({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  return (
    <span className="chip" data-tone={tone}>
      {children}
    </span>
  )
}
