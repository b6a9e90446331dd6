import { CircleAlert, CircleCheck, FileText, X } from 'lucide-react'
import { useText } from '#renderer/text/use-text.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import type { ImportItem } from './use-imports.ts'

interface Props {
  readonly items: readonly ImportItem[]
  readonly chosen: string | null
  readonly onChoose: (key: string) => void
  readonly onRemove: (item: ImportItem) => void
}

/** Every file with how far it is. */
export function ImportList({ items, chosen, onChoose, onRemove }: Props) {
  const { t } = useText()
  return (
    <ul className="import-list" aria-label={t('import.files')}>
      {items.map(item => (
        <li key={item.key} data-chosen={item.key === chosen || undefined}>
          <button type="button" aria-current={item.key === chosen} onClick={() => onChoose(item.key)}>
            <StateIcon item={item} />
            <span className="import-item">
              <span className="import-item-title">{titleOf(item)}</span>
              <span className="import-item-name">{item.name}</span>
            </span>
          </button>
          {item.state !== 'reading' && item.state !== 'made' && (
            <IconButton
              size="small"
              label={t('import.remove', { name: item.name })}
              icon={<X size={16} />}
              onClick={() => onRemove(item)}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

function titleOf(item: ImportItem): string {
  if (item.state === 'ready') return item.view.headline
  return item.state === 'made' ? item.article.article.headline : item.name
}

function StateIcon({ item: { state } }: { readonly item: ImportItem }) {
  if (state === 'reading') return <Spinner size={18} />
  if (state === 'failed') return <CircleAlert size={18} className="import-failed" aria-hidden="true" />
  if (state === 'made') return <CircleCheck size={18} className="import-done" aria-hidden="true" />
  return <FileText size={18} aria-hidden="true" />
}
