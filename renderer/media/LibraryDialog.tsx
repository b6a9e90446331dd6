import { useState } from 'react'
import type { LibraryMedia } from '#common/api/media-operations'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ProblemBand } from '#renderer/ui/ProblemBand.tsx'
import { LibraryFilterBar } from './LibraryFilterBar.tsx'
import { LibraryPages } from './LibraryPages.tsx'
import { PictureGrid } from './PictureGrid.tsx'
import { useLibrary } from './use-library.ts'

interface Props {
  readonly onInsert: (pictures: readonly LibraryMedia[]) => void
  readonly onClose: () => void
}

/** Pictures of the library to put into a text, in the order they were chosen. */
export function LibraryDialog({ onInsert, onClose }: Props) {
  const { t } = useText()
  const library = useLibrary('picture')
  const [chosen, setChosen] = useState<readonly LibraryMedia[]>([])
  const { rows, answer } = library
  const toggle = (picture: LibraryMedia) =>
    setChosen(before =>
      before.some(({ hash }) => hash === picture.hash)
        ? before.filter(({ hash }) => hash !== picture.hash)
        : [...before, picture],
    )
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="wide"
      title={t('media.insertTitle')}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button look="primary" disabled={chosen.length === 0} onClick={() => onInsert(chosen)}>
            {t('media.insert', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <LibraryFilterBar library={library} />
      {answer.problem !== null && <ProblemBand problem={answer.problem} again={answer.again} />}
      {rows.length === 0 && answer.value !== undefined ? (
        <p>{t(library.filter.text === '' ? 'media.emptyInsert' : 'media.nothingFound')}</p>
      ) : (
        <PictureGrid
          label={t('media.title')}
          pictures={rows}
          chosen={chosen.map(({ hash }) => hash)}
          onChoose={toggle}
        />
      )}
      <LibraryPages library={library} />
    </Dialog>
  )
}
