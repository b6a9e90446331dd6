import { FolderOutput } from 'lucide-react'
import { useState } from 'react'
import type { Output } from '#common/api/contract'
import type { SafekeepingView } from '#common/api/safekeeping'
import { useCommand } from '#renderer/api/queries.ts'
import { FolderDialog } from '#renderer/commands/FolderDialog.tsx'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { formatBytes } from '#renderer/ui/bytes.ts'

/** Every article as files any program opens. */
export function ExportSection({ view }: { readonly view: SafekeepingView }) {
  const { t, language } = useText()
  const make = useCommand('exports.make')
  const [choosing, setChoosing] = useState(false)
  const [made, setMade] = useState<Output<'exports.make'> | null>(null)

  async function run(folder: string) {
    setMade(null)
    const answer = await make.run({ folder, zip: false })
    if (answer.ok) setMade(answer.value)
    return answer.ok
  }

  return (
    <section aria-label={t('export.title')}>
      <h2>{t('export.title')}</h2>
      <p>{t('export.text')}</p>
      <div className="store-actions">
        <Button
          icon={<FolderOutput size={16} />}
          disabled={view.task !== null}
          busy={make.busy}
          onClick={() => setChoosing(true)}
        >
          {t('export.all')}
        </Button>
      </div>
      {made !== null && (
        <Band
          tone="good"
          title={t('export.done', { count: made.articles, size: formatBytes(made.bytes, language) })}
        >
          <code>{made.path}</code>
        </Band>
      )}
      {choosing && (
        <FolderDialog
          title={t('export.chooseTitle')}
          text={t('export.chooseText')}
          action={t('export.chooseAction')}
          onClose={() => setChoosing(false)}
          onChoose={run}
        />
      )}
    </section>
  )
}
