import type { BackupView } from '#common/api/safekeeping'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { formatBytes } from '#renderer/ui/bytes.ts'
import { Badge } from '#renderer/ui/Chip.tsx'
import { Table, TableRow } from '#renderer/ui/Table.tsx'
import { useMoment } from '#renderer/ui/use-moment.ts'

interface Props {
  readonly backups: readonly BackupView[]
  /** Null for whoever may not restore. */
  readonly onRestore: ((backup: BackupView) => void) | null
  readonly disabled: boolean
}

/** Backups newest first, each with what it holds. */
export function BackupTable({ backups, onRestore, disabled }: Props) {
  const { t, language, number } = useText()
  const moment = useMoment()
  return (
    <Table label={t('restore.list')} className="backup-table">
      <thead>
        <tr>
          <th scope="col">{t('restore.at')}</th>
          <th scope="col">{t('restore.newsroom')}</th>
          <th scope="col">{t('restore.articles')}</th>
          <th scope="col">{t('restore.size')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('restore.action')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {backups.map(backup => (
          <TableRow key={backup.name}>
            <td>{moment(backup.at)}</td>
            <td>
              {backup.title} {!backup.own && <Badge tone="neutral">{t('restore.other')}</Badge>}
            </td>
            <td className="numbers">{number(backup.articles)}</td>
            <td className="numbers">{formatBytes(backup.bytes, language)}</td>
            <td>
              {onRestore !== null && (
                <Button
                  size="small"
                  disabled={disabled}
                  onClick={() => onRestore(backup)}
                  aria-label={t('restore.openOne', { at: moment(backup.at) })}
                >
                  {t('restore.open')}
                </Button>
              )}
            </td>
          </TableRow>
        ))}
      </tbody>
    </Table>
  )
}
