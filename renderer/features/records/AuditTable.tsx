import { ChevronDown, ChevronUp } from 'lucide-react'
import { Fragment, useState } from 'react'
import { Link } from 'wouter'
import type { AuditEntry } from '#common/api/views'
import { formatInstant } from '#common/domain/vietnam-time'
import { paths } from '#renderer/commands/paths.ts'
import { useText } from '#renderer/text/use-text.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Table, TableRow } from '#renderer/ui/Table.tsx'
import { useAuditText } from './use-audit-text.ts'

/** Who did what to what and when; hashes and details open below a row. */
export function AuditTable({ entries }: { readonly entries: readonly AuditEntry[] }) {
  const { t } = useText()
  const auditText = useAuditText()
  const [open, setOpen] = useState<number | null>(null)
  return (
    <Table label={t('records.journal')} className="audit-table">
      <thead>
        <tr>
          <th className="audit-at">{t('records.at')}</th>
          <th className="audit-actor">{t('records.person')}</th>
          <th className="audit-type">{t('records.type')}</th>
          <th>{t('records.subject')}</th>
          <th className="audit-machine">{t('records.machine')}</th>
          <th className="audit-more">
            <span className="visually-hidden">{t('ui.technical')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map(entry => (
          <Fragment key={entry.sequence}>
            <TableRow>
              <td className="quiet numbers">{formatInstant(entry.at)}</td>
              <td>{entry.actorName ?? t('records.program')}</td>
              <td>{auditText(entry.type, entry.details)}</td>
              <td className="quiet" title={entry.subjectName ?? ''}>
                <Subject entry={entry} />
              </td>
              <td className="quiet" title={entry.machine ?? ''}>
                {entry.machine}
              </td>
              <td className="table-actions audit-more">
                <IconButton
                  size="small"
                  label={t('ui.technical')}
                  icon={open === entry.sequence ? <ChevronUp size={16} /> : <ChevronDown size={16} />}
                  aria-expanded={open === entry.sequence}
                  onClick={() => setOpen(open === entry.sequence ? null : entry.sequence)}
                />
              </td>
            </TableRow>
            {open === entry.sequence && (
              <tr>
                <td colSpan={6} className="audit-details">
                  <code>
                    {`#${entry.sequence} · ${entry.type}\n${entry.hash}\n${JSON.stringify(entry.details, null, 2)}`}
                  </code>
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </Table>
  )
}

function Subject({ entry }: { readonly entry: AuditEntry }) {
  const { subject, subjectName, type } = entry
  if (subject === null || subjectName === null) return subjectName
  const isArticle = /^(article|publication|job|draft)\./.test(type)
  return isArticle ? <Link to={paths.edit(subject)}>{subjectName}</Link> : subjectName
}
