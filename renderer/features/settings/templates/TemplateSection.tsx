import { findKind } from '#common/domain/kinds/registry'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import type { SectionProps } from './section.ts'

/** Templates are kept from an article that is open; here they are only listed and taken away. */
export function TemplateSection({ book, mayChange, onSave }: SectionProps) {
  const { t, name } = useText()
  return (
    <section>
      <h2>{t('templates.own')}</h2>
      {book.templates.length === 0 ? (
        <p>{t('templates.noneYet')}</p>
      ) : (
        <Table label={t('templates.own')}>
          <thead>
            <tr>
              <th>{t('templates.name')}</th>
              <th>{t('templates.kind')}</th>
              {mayChange && <th aria-label={t('names.edit')} />}
            </tr>
          </thead>
          <tbody>
            {book.templates.map(template => {
              const kind = findKind(template.kind)
              return (
                <tr key={template.id}>
                  <td>{template.name}</td>
                  <td>{kind === undefined ? template.kind : name(kind.label)}</td>
                  {mayChange && (
                    <td className="names-actions">
                      <Button
                        size="small"
                        look="quiet"
                        aria-label={t('templates.removeNamed', { name: template.name })}
                        onClick={() =>
                          void onSave({
                            ...book,
                            templates: book.templates.filter(one => one !== template),
                          })
                        }
                      >
                        {t('names.remove')}
                      </Button>
                    </td>
                  )}
                </tr>
              )
            })}
          </tbody>
        </Table>
      )}
    </section>
  )
}
