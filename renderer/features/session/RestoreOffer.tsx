import { ArchiveRestore } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { RestoreScreen } from './RestoreScreen.tsx'

/** A first screen and, at its foot, the other way to begin: with a backup. */
export function RestoreOffer({ children }: { readonly children: (offer: ReactNode) => ReactNode }) {
  const { t } = useText()
  const [restoring, setRestoring] = useState(false)
  if (restoring) return <RestoreScreen onBack={() => setRestoring(false)} />
  return children(
    <div className="session-offer">
      <Button look="quiet" icon={<ArchiveRestore size={16} />} onClick={() => setRestoring(true)}>
        {t('session.restore')}
      </Button>
    </div>,
  )
}
