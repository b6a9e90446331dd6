import './media.css'
import { FolderInput as FolderIcon, ImagePlus, Images } from 'lucide-react'
import { useRef, useState } from 'react'
import { FileDrop } from '#renderer/imports/FileDrop.tsx'
import { PictureFolderDialog } from '#renderer/media/FolderDialog.tsx'
import { LibraryFilterBar } from '#renderer/media/LibraryFilterBar.tsx'
import { LibraryPages } from '#renderer/media/LibraryPages.tsx'
import { PictureGrid } from '#renderer/media/PictureGrid.tsx'
import { useLibrary } from '#renderer/media/use-library.ts'
import { useUploads } from '#renderer/media/use-uploads.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { FolderInput } from '#renderer/ui/FolderInput.tsx'
import { ProblemBand } from '#renderer/ui/ProblemBand.tsx'
import { Screen } from '#renderer/ui/Screen.tsx'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import { say } from '#renderer/ui/toasts.ts'
import { MediaDetails } from './MediaDetails.tsx'

/** "Kho ảnh": every picture there is, its words, and where it stands. */
export function MediaScreen() {
  const { t, number } = useText()
  const library = useLibrary('picture')
  const [shown, setShown] = useState<string | null>(null)
  const { upload, pending } = useUploads()
  const [inFolder, setInFolder] = useState<readonly File[] | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const { rows, total, answer } = library
  const picture = rows.find(({ hash }) => hash === shown)
  const isNarrowed = library.filter.text !== '' || library.filter.only !== 'all'

  async function add(files: readonly File[]) {
    setInFolder(null)
    let added = 0
    await upload(files, () => {
      added += 1
    })
    if (added > 0) say(t('media.added', { count: added }))
  }

  const pick = (
    <Button look="primary" icon={<ImagePlus size={17} />} onClick={() => input.current?.click()}>
      {t('media.add')}
    </Button>
  )
  return (
    <Screen
      fill
      title={t('media.title')}
      {...(total === 0 ? {} : { subtitle: t('media.count', { count: total, number: number(total) }) })}
      actions={
        <>
          {pending > 0 && <Spinner size={15} label={t('editor.uploading', { count: pending })} />}
          <Button icon={<FolderIcon size={17} />} onClick={() => folder.current?.click()}>
            {t('media.addFolder')}
          </Button>
          {pick}
        </>
      }
    >
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept="image/*"
        data-picker="library"
        onChange={({ currentTarget }) => {
          void add([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
      <FolderInput picker="picture-folder" input={folder} onFiles={setInFolder} />
      <LibraryFilterBar library={library} />
      {answer.problem !== null && <ProblemBand problem={answer.problem} again={answer.again} />}
      <FileDrop words={t('media.dropWords')} onFiles={files => void add(files)}>
        {rows.length > 0 ? (
          <div className="media-columns" data-open={picture !== undefined || undefined}>
            <PictureGrid
              label={t('media.title')}
              pictures={rows}
              chosen={shown === null ? [] : [shown]}
              onChoose={({ hash }) => setShown(hash === shown ? null : hash)}
            />
            {picture !== undefined && <MediaDetails key={picture.hash} picture={picture} />}
          </div>
        ) : answer.value === undefined ? null : isNarrowed ? (
          <EmptyState
            icon={<Images size={24} />}
            title={t('media.nothingFound')}
            action={
              <Button onClick={() => library.setFilter({ ...library.filter, text: '', only: 'all' })}>
                {t('media.showAll')}
              </Button>
            }
          >
            {t('media.nothingFoundText')}
          </EmptyState>
        ) : (
          <EmptyState icon={<Images size={24} />} title={t('media.emptyTitle')} action={pick}>
            {t('media.emptyText')}
          </EmptyState>
        )}
      </FileDrop>
      <LibraryPages library={library} />
      {inFolder !== null && (
        <PictureFolderDialog
          files={inFolder}
          onAdd={files => void add(files)}
          onClose={() => setInFolder(null)}
        />
      )}
    </Screen>
  )
}
