import './pages.css'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useText } from '#renderer/text/use-text.ts'
import { IconButton } from './IconButton.tsx'

interface Props {
  readonly offset: number
  readonly shown: number
  readonly total: number
  readonly pageSize: number
  readonly onChange: (offset: number) => void
}

/** "101–200 trong 2.345" with the way to the next page; nothing where everything fits. */
export function Pages({ offset, shown, total, pageSize, onChange }: Props) {
  const { t, number } = useText()
  if (total <= pageSize) return null
  return (
    <nav className="pages" aria-label={t('pages.label')}>
      <span className="numbers">
        {t('pages.range', { from: number(offset + 1), to: number(offset + shown), total: number(total) })}
      </span>
      <IconButton
        size="small"
        label={t('pages.previous')}
        icon={<ChevronLeft size={17} />}
        disabled={offset === 0}
        onClick={() => onChange(Math.max(0, offset - pageSize))}
      />
      <IconButton
        size="small"
        label={t('pages.next')}
        icon={<ChevronRight size={17} />}
        disabled={offset + shown >= total}
        onClick={() => onChange(offset + pageSize)}
      />
    </nav>
  )
}
