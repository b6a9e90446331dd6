import './history.css'
import { useState } from 'react'
import type { Input } from '#common/api/contract'
import { CommandButton } from '#renderer/commands/CommandButton.tsx'
import { useCommandContext } from '#renderer/commands/context.tsx'
import { useText } from '#renderer/text/use-text.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Tabs } from '#renderer/ui/Tabs.tsx'
import { KeptStates } from '../draft/KeptStates.tsx'
import { keepVersion } from '../frame/editor-commands.ts'
import type { EditorTarget } from '../frame/editor-target.ts'
import { FullPreview } from '../panel/FullPreview.tsx'
import { previewPath } from '../panel/preview-path.ts'
import { CompareVersions } from './CompareVersions.tsx'
import { VersionList } from './VersionList.tsx'

export type HistoryTab = 'versions' | 'compare'

interface Props {
  readonly target: EditorTarget
  readonly tab: HistoryTab
  readonly onTab: (tab: HistoryTab) => void
  readonly onClose: () => void
}

/** Every version there is, to look at, name, compare and bring back. */
export function HistoryDialog({ target, tab, onTab, onClose }: Props) {
  const { t } = useText()
  const context = useCommandContext()
  const { view } = target
  const [shown, setShown] = useState<string | null>(null)
  const [from, setFrom] = useState<Input<'revisions.compare'>['from']>(null)
  const versions = (
    <>
      <p className="history-about">
        {t(view.revisions.length === 0 ? 'editor.history.empty' : 'editor.history.text')}
      </p>
      {keepVersion.isEnabled(context, target) && <CommandButton command={keepVersion} target={target} />}
      <VersionList
        view={view}
        onShow={setShown}
        onCompare={hash => {
          setFrom(hash)
          onTab('compare')
        }}
        onRestored={onClose}
      />
      {view.allowed.includes('edit') && <KeptStates article={view.article.id} onBroughtBack={onClose} />}
    </>
  )
  return (
    <Dialog
      open
      size="wide"
      title={t('editor.history.title')}
      onOpenChange={open => {
        if (!open) onClose()
      }}
    >
      <Tabs
        value={tab}
        onChange={onTab}
        label={t('editor.history.title')}
        tabs={[
          { value: 'versions', label: t('versions.list'), panel: versions },
          {
            value: 'compare',
            label: t('versions.compare'),
            panel: <CompareVersions key={from} view={view} from={from} />,
          },
        ]}
      />
      {shown !== null && (
        <FullPreview
          path={previewPath(view.article.id, { revision: shown })}
          onClose={() => setShown(null)}
        />
      )}
    </Dialog>
  )
}
