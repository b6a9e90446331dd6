import type { Editor } from '@tiptap/react'
import { memo } from 'react'
import type { Check } from '#common/api/views'
import { OriginBox } from '#renderer/imports/OriginBox.tsx'
import { useText } from '#renderer/text/use-text.ts'
import { Tabs } from '#renderer/ui/Tabs.tsx'
import { NotesTab } from '../comments/NotesTab.tsx'
import type { Notes } from '../comments/use-notes.ts'
import type { DraftLink } from '../draft/draft-link.ts'
import { ProofreadList, useFindings } from '../proofreading/ProofreadList.tsx'
import { ChecksTab } from './ChecksTab.tsx'
import { InfoTab } from './InfoTab.tsx'
import { PreviewTab } from './PreviewTab.tsx'
import { RescuedBand } from './RescuedBand.tsx'

export type SideTab = 'info' | 'notes' | 'checks' | 'preview'

interface Props {
  readonly tab: SideTab
  readonly onTab: (tab: SideTab) => void
  readonly article: string
  readonly editor: Editor
  readonly editable: boolean
  readonly link: DraftLink | null
  readonly checks: readonly Check[]
  readonly notes: Notes
  readonly onJump: (check: Check) => void
  readonly onFullPage: () => void
}

/** The right column: what the article is, what is wrong with it, what readers will see. */
export const SidePanel = memo(
  ({ tab, onTab, article, editor, editable, link, checks, notes, onJump, onFullPage }: Props) => {
    const { t } = useText()
    const findings = useFindings(editor)
    return (
      <aside className="side-panel">
        <Tabs
          value={tab}
          onChange={onTab}
          label={t('editor.panel')}
          tabs={[
            {
              value: 'info',
              label: t('editor.info'),
              panel: (
                <>
                  <RescuedBand article={article} />
                  <OriginBox article={article} />
                  <InfoTab {...{ article, editor, editable }} />
                </>
              ),
            },
            {
              value: 'notes',
              label: t('comment.tab'),
              count: notes.suggestions.length + (notes.comments?.unread ?? 0) + notes.lost.length,
              panel: <NotesTab {...{ article, editor, notes }} />,
            },
            {
              value: 'checks',
              label: t('editor.checks.title'),
              count: checks.length + findings.length,
              panel: (
                <>
                  {(checks.length > 0 || findings.length === 0) && (
                    <ChecksTab checks={checks} onJump={onJump} />
                  )}
                  <ProofreadList editor={editor} editable={editable} />
                </>
              ),
            },
            {
              value: 'preview',
              label: t('editor.preview.tab'),
              panel: <PreviewTab article={article} link={link} onFullPage={onFullPage} />,
            },
          ]}
        />
      </aside>
    )
  },
)
