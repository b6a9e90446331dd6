import './folder-dialog.css'
import { useMemo, useState } from 'react'
import { formatInstant } from '#common/domain/vietnam-time'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Pages } from '#renderer/ui/Pages.tsx'
import { folderPictures } from './folder-pictures.ts'
import { Thumbnail } from './Thumbnail.tsx'

interface Props {
  /** Everything in the folder. */
  readonly files: readonly File[]
  readonly onAdd: (files: readonly File[]) => void
  readonly onClose: () => void
}

/** A card of a camera has thousands; so many are shown at once. */
const perPage = 48

/** The pictures of a folder or a camera's card, the newest first, to choose from. */
export function PictureFolderDialog({ files, onAdd, onClose }: Props) {
  const { t } = useText()
  const all = useMemo(() => folderPictures(files), [files])
  const pictures = all.filter(({ kind }) => kind === 'picture').map(({ file }) => file)
  const heic = all.length - pictures.length
  const [chosen, setChosen] = useState<ReadonlySet<File>>(new Set())
  const [offset, setOffset] = useState(0)
  const shown = pictures.slice(offset, offset + perPage)
  const toggle = (file: File) => {
    const next = new Set(chosen)
    if (!next.delete(file)) next.add(file)
    setChosen(next)
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="wide"
      title={t('media.folderTitle')}
      description={t('media.folderText')}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button
            look="primary"
            disabled={chosen.size === 0}
            onClick={() => onAdd(pictures.filter(file => chosen.has(file)))}
          >
            {t('media.folderAdd', { count: chosen.size })}
          </Button>
        </>
      }
    >
      {heic > 0 && (
        <Band tone="amber" title={t('media.heic', { count: heic })}>
          {t('media.heicText')}
        </Band>
      )}
      {pictures.length === 0 ? (
        <p>{t('media.folderEmpty')}</p>
      ) : (
        <ul className="folder-pictures">
          {shown.map(file => (
            <li key={`${file.webkitRelativePath} ${file.name} ${file.lastModified}`}>
              <label>
                <input type="checkbox" checked={chosen.has(file)} onChange={() => toggle(file)} />
                <Thumbnail file={file} />
                <span className="folder-picture-name">{file.name}</span>
                <span className="folder-picture-time">
                  {formatInstant(new Date(file.lastModified).toISOString())}
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
      <Pages
        offset={offset}
        shown={shown.length}
        total={pictures.length}
        pageSize={perPage}
        onChange={setOffset}
      />
    </Dialog>
  )
}
