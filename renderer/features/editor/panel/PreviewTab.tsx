import { Maximize2 } from 'lucide-react'
import { useEffect } from 'react'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { PageFrame } from '#renderer/ui/PageFrame.tsx'
import type { DraftLink } from '../draft/draft-link.ts'
import { useSavedVersion } from '../draft/use-saved-version.ts'
import { previewPath } from './preview-path.ts'

interface Props {
  readonly article: string
  readonly link: DraftLink | null
  readonly onFullPage: () => void
}

/** "Xem trước": the portal's page as wide as a telephone, loaded again after every save. */
export function PreviewTab({ article, link, onFullPage }: Props) {
  const { t } = useText()
  const version = useSavedVersion(link)
  // What is typed but not sent yet is part of the first look.
  useEffect(() => {
    void link?.sendNow()
  }, [link])
  return (
    <div className="preview-tab">
      <div className="preview-tab-head">
        <span>{t('editor.preview.phone')}</span>
        <Button size="small" look="quiet" icon={<Maximize2 size={15} />} onClick={onFullPage}>
          {t('editor.preview.full')}
        </Button>
      </div>
      <PageFrame title={t('editor.preview.title')} path={previewPath(article, { version })} />
    </div>
  )
}
