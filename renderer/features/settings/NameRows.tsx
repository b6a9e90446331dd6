import type { NamesTable } from '#common/domain/names-table'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Table } from '#renderer/ui/Table.tsx'

interface Props {
  readonly names: NamesTable['names']
  /** Null where the person may only read. */
  readonly onEdit: ((index: number) => void) | null
  readonly onRemove: (index: number) => void
}

/** The names as they are entered, with what each was called before or is called now. */
export function NameRows({ names, onEdit, onRemove }: Props) {
  const { t } = useText()
  const day = (value: string | null): string => value?.split('-').reverse().join('/') ?? '…'
  return (
    <Table label={t('names.list')}>
      <thead>
        <tr>
          <th>{t('names.name')}</th>
          <th>{t('names.kind')}</th>
          <th>{t('names.variants')}</th>
          <th>{t('names.valid')}</th>
          {onEdit !== null && <th aria-label={t('names.edit')} />}
        </tr>
      </thead>
      <tbody>
        {names.map((name, index) => (
          <tr key={`${name.kind} ${name.name} ${name.validFrom}`}>
            <td>{name.office === null ? name.name : `${name.name}, ${name.office}`}</td>
            <td>{t(`names.kind.${name.kind}`)}</td>
            <td>{name.variants.join('; ')}</td>
            <td>
              {name.validFrom === null && name.validTo === null
                ? ''
                : `${day(name.validFrom)} – ${day(name.validTo)}`}
              {name.successor !== null && ` → ${name.successor}`}
            </td>
            {onEdit !== null && (
              <td className="names-actions">
                <Button size="small" look="quiet" onClick={() => onEdit(index)}>
                  {t('names.edit')}
                </Button>
                <Button size="small" look="quiet" onClick={() => onRemove(index)}>
                  {t('names.remove')}
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
