import { ScanSearch, X } from 'lucide-react'
import { useCommand } from '#renderer/api/queries.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'

/** Looks at every page of ours on the portals again; while it runs, how many are left and the way to stop. */
export function ReadBackAll({ looking }: { readonly looking: number }) {
  const { t } = useText()
  const start = useCommand('publishing.readBackAll')
  const stop = useCommand('publishing.readBackCancel')
  return looking === 0 ? (
    <Button icon={<ScanSearch size={16} />} busy={start.busy} onClick={() => void start.run({})}>
      {t('publishing.readBackAll')}
    </Button>
  ) : (
    <Button icon={<X size={16} />} busy={stop.busy} onClick={() => void stop.run({})}>
      {t('publishing.readBackStop', { count: looking })}
    </Button>
  )
}
