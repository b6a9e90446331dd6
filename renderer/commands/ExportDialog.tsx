import { useState } from 'react'
import { useText } from '#renderer/text/use-text.ts'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import type { Question } from './asker.ts'
import { FolderDialog } from './FolderDialog.tsx'

export interface ExportQuestion extends Question {
  /** True closes the dialog. */
  readonly act: (folder: string, zip: boolean) => Promise<boolean>
}

interface Props {
  readonly question: ExportQuestion
  readonly onClose: () => void
}

/** Where to, and whether as one file, which is what a person sends on. */
export function ExportDialog({ question, onClose }: Props) {
  const { t } = useText()
  const [zip, setZip] = useState(true)
  return (
    <FolderDialog
      title={question.title}
      text={question.description ?? ''}
      action={question.action}
      onClose={onClose}
      onChoose={folder => question.act(folder, zip)}
    >
      <Checkbox checked={zip} onChange={setZip}>
        {t('export.zip')}
      </Checkbox>
    </FolderDialog>
  )
}
