import './import-preview.css'
import type { ImportView } from '#common/api/import-operations'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { PageFrame } from '#renderer/ui/PageFrame.tsx'
import { Switch } from '#renderer/ui/Switch.tsx'

interface Props {
  readonly view: ImportView
  readonly repaired: boolean
  readonly onRepaired: (repaired: boolean) => void
}

const shownChanges = 30

/** What a file would become: what stays behind, what was in old fonts, and the page as readers would see it. */
export function ImportPreview({ view, repaired, onRepaired }: Props) {
  const { t } = useText()
  const { losses, changes, changedParagraphs } = view
  return (
    <div className="import-preview">
      <p className="import-facts">
        {t('import.facts', {
          words: view.words,
          pictures: view.pictures,
          tables: view.tables,
        })}
      </p>
      {losses.length > 0 && (
        <Band tone="amber" title={t('import.losses')}>
          <ul className="import-losses">
            {losses.map(({ kind, count }) => (
              <li key={kind}>{t(`import.loss.${kind}`, { count })}</li>
            ))}
          </ul>
        </Band>
      )}
      {changedParagraphs > 0 && (
        <details className="import-encoding">
          <summary>{t('import.encoding', { count: changedParagraphs })}</summary>
          <Switch checked={repaired} onChange={onRepaired}>
            {t('import.repair')}
          </Switch>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('editor.encoding.before')}</th>
                <th scope="col">{t('editor.encoding.after')}</th>
              </tr>
            </thead>
            <tbody>
              {changes.slice(0, shownChanges).map(({ before, after, guessed }) => (
                <tr key={before}>
                  <td>{before}</td>
                  <td lang="vi" data-guessed={guessed || undefined}>
                    {after}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {changedParagraphs > shownChanges && (
            <p className="import-facts">
              {t('import.moreChanges', { count: changedParagraphs - shownChanges })}
            </p>
          )}
        </details>
      )}
      <div className="import-page">
        <PageFrame
          title={t('import.pageTitle', { name: view.fileName })}
          path={repaired ? view.pagePath : `${view.pagePath}?goc=1`}
        />
      </div>
    </div>
  )
}
