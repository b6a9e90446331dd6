import { Monitor, Smartphone } from 'lucide-react'
import { useState } from 'react'
import { useText } from '#renderer/text/use-text.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { PageFrame } from '#renderer/ui/PageFrame.tsx'
import type { DraftLink } from '../draft/draft-link.ts'
import { useSavedVersion } from '../draft/use-saved-version.ts'
import { previewPath } from './preview-path.ts'

interface DraftProps {
  readonly article: string
  readonly link: DraftLink | null
  readonly onClose: () => void
}

/** The page of a draft, loaded again after every save. */
export function DraftPreview({ article, link, onClose }: DraftProps) {
  const version = useSavedVersion(link)
  return <FullPreview path={previewPath(article, { version })} onClose={onClose} />
}

interface Props {
  readonly path: string
  readonly onClose: () => void
}

/** The whole page of the portal over the screen, as wide as a desk or a telephone. */
export function FullPreview({ path, onClose }: Props) {
  const { t } = useText()
  const [phone, setPhone] = useState(false)
  return (
    <Dialog
      open
      size="large"
      title={t('editor.preview.title')}
      onOpenChange={open => {
        if (!open) onClose()
      }}
    >
      <div className="full-preview" data-phone={phone || undefined}>
        <div className="full-preview-head">
          <IconButton
            size="small"
            label={t('editor.preview.wide')}
            icon={<Monitor size={17} />}
            pressed={!phone}
            onClick={() => setPhone(false)}
          />
          <IconButton
            size="small"
            label={t('editor.preview.phone')}
            icon={<Smartphone size={17} />}
            pressed={phone}
            onClick={() => setPhone(true)}
          />
        </div>
        <div className="full-preview-page">
          <PageFrame title={t('editor.preview.title')} path={path} />
        </div>
      </div>
    </Dialog>
  )
}
