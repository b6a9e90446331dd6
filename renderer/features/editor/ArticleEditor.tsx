import './editor.css'
import type { Editor } from '@tiptap/react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { ArticleView, Check } from '#common/api/views'
import { proposedHeadline } from '#common/document/follow-fields'
import { dayInVietnam } from '#common/domain/vietnam-time'
import { useAsk } from '#renderer/api/queries.ts'
import type { Command } from '#renderer/commands/command.ts'
import { useScreenCommands } from '#renderer/commands/screen-commands.ts'
import { useShortcuts } from '#renderer/commands/use-shortcuts.ts'
import { useText } from '#renderer/text/use-text.ts'
import { useCommentCommand } from './comments/use-comment-command.ts'
import { useNotes } from './comments/use-notes.ts'
import type { DraftView } from './draft/use-draft.ts'
import { useDraftLink, useIsStuck } from './draft/use-draft-link.ts'
import { useLostText } from './draft/use-lost-text.ts'
import { CalmExit, useCalm } from './frame/CalmExit.tsx'
import { DraftBand } from './frame/DraftBand.tsx'
import { submitArticle } from './frame/editor-commands.ts'
import type { EditorTarget } from './frame/editor-target.ts'
import { RefusedBand } from './frame/RefusedBand.tsx'
import { StageBand } from './frame/StageBand.tsx'
import { TopBar } from './frame/TopBar.tsx'
import { ChangesSince } from './history/ChangesSince.tsx'
import { HistoryDialog, type HistoryTab } from './history/HistoryDialog.tsx'
import { DraftPreview } from './panel/FullPreview.tsx'
import { jumpTo } from './panel/jump.ts'
import { SidePanel, type SideTab } from './panel/SidePanel.tsx'
import { PersonalDataDialog } from './personal-data/PersonalDataDialog.tsx'
import { usePersonalData } from './personal-data/use-personal-data.ts'
import { usePresence } from './presence/use-presence.ts'
import { nextFinding } from './proofreading/next-finding.ts'
import { ProofreadCard } from './proofreading/ProofreadCard.tsx'
import { useProofreader } from './proofreading/use-proofreader.ts'
import { Sheet } from './Sheet.tsx'
import { useStamp } from './suggestions/use-stamp.ts'
import { useArticleEditor } from './use-article-editor.ts'
import { useFiles } from './use-files.ts'

interface Props {
  readonly draft: DraftView
  readonly json: Record<string, unknown>
  readonly view: ArticleView
  readonly onReopen: () => void
}

type Shown = HistoryTab | 'preview' | null

const unchecked: readonly Check[] = []

/** An opened draft with everything around it. */
export function ArticleEditor({ draft, json, view, onReopen }: Props) {
  const { t } = useText()
  const { article, version, savedAt, readOnly } = draft
  const [clientId] = useState(() => crypto.randomUUID())
  const files = useFiles()
  const { lost, onLost, forgetLost } = useLostText()
  const editor = useArticleEditor({
    ...{ json, version, clientId, files, stamp: useStamp() },
    onLostCells: texts => onLost(texts.map(text => ({ kind: 'theirs', text }))),
  })
  const link = useDraftLink({ editor, article, clientId, savedAt, onLost })
  const stuck = useIsStuck(link)
  const editable =
    (view.allowed.includes('edit') || view.allowed.includes('suggest')) &&
    readOnly !== 'store' &&
    link !== null &&
    !stuck
  const [tab, setTab] = useState<SideTab>('info')
  const [shown, setShown] = useState<Shown>(null)
  /** A submission was tried and something stood in its way; said until nothing does. */
  const [refused, setRefused] = useState(false)
  const checks = useAsk('articles.checks', { article }).value?.checks ?? unchecked

  useEffect(() => {
    files.editor.current = editor
  }, [files.editor, editor])
  useEffect(() => {
    editor.setEditable(editable, false)
    // Bars and grids are drawn from transactions; what they offer ends with the right to edit.
    editor.view.dispatch(editor.state.tr.setMeta('addToHistory', false))
    if (editable && !editor.isFocused) beginWriting(editor)
  }, [editor, editable])

  const jump = useCallback(
    (check: Check) => {
      setTab(check.place.kind === 'field' ? 'info' : 'checks')
      requestAnimationFrame(() => jumpTo(editor, check.place))
    },
    [editor],
  )
  const personalData = usePersonalData(editor)
  const proofreading = useProofreader(editor, article)
  const target = useMemo<EditorTarget>(
    () => ({
      view,
      editor,
      link,
      decidePersonalData: personalData.decide,
      nextFinding: proofreading.next,
      onRefused: check => {
        setRefused(true)
        jump(check)
      },
    }),
    [view, editor, link, personalData.decide, proofreading.next, jump],
  )
  const notes = useNotes({ editor, view, link, lost, forgetLost })
  usePresence(editor, article, clientId)
  const calm = useCalm(editor)
  const bound = useBound(target)
  const screen = useMemo(() => [...bound, calm.toggle], [bound, calm.toggle])
  useShortcuts([...screen, useCommentCommand(notes, () => setTab('notes'))])
  useScreenCommands(screen)
  const showPreview = useCallback(() => setShown('preview'), [])
  // A value that stays, so that the sheet is not drawn again with every save.
  const status = useMemo(
    () => <ChangesSince view={view} link={link} onShow={() => setShown('compare')} />,
    [view, link],
  )
  return (
    <section className="editor-screen" aria-label={t('editor.screen')} data-calm={calm.isOn || undefined}>
      <title>{`${view.article.headline === '' ? t('editor.screen') : view.article.headline} · Tòa Soạn`}</title>
      <TopBar target={target} onHistory={() => setShown('versions')} onPreview={showPreview} />
      <div className="editor-bands">
        <DraftBand link={link} onReopen={onReopen} />
        <StageBand target={target} />
        {editable && notes.isSuggesting && (
          <p className="suggesting-band" role="status">
            {t('suggestion.modeOn')}
          </p>
        )}
        {refused && editable && <RefusedBand checks={checks} onJump={jump} />}
      </div>
      <div className="editor-columns">
        <Sheet {...{ editor, files, editable, status }} />
        <SidePanel
          {...{ tab, article, editor, editable, link, checks, notes }}
          onTab={setTab}
          onJump={jump}
          onFullPage={showPreview}
        />
      </div>
      {calm.isOn && <CalmExit calm={calm} />}
      <ProofreadCard {...{ editor, editable, proofreading }} />
      {personalData.question !== null && (
        <PersonalDataDialog
          findings={personalData.question.findings}
          today={dayInVietnam(Date.now())}
          onSettled={personalData.question.answer}
        />
      )}
      {(shown === 'versions' || shown === 'compare') && (
        <HistoryDialog target={target} tab={shown} onTab={setShown} onClose={() => setShown(null)} />
      )}
      {shown === 'preview' && <DraftPreview article={article} link={link} onClose={() => setShown(null)} />}
    </section>
  )
}

/** A new article waits for its headline, or for what follows it where its kind proposes one. */
function beginWriting(editor: Editor): void {
  const { doc } = editor.state
  const [headline, lead] = [doc.child(0), doc.child(1)]
  if (headline.childCount === 0) editor.view.focus()
  else if (lead.childCount === 0 && proposedHeadline(doc) === headline.textContent)
    editor.commands.focus(headline.nodeSize + 1)
}

/** The commands of this screen with their target filled in, for the keyboard. */
function useBound(target: EditorTarget): readonly Command[] {
  return useMemo(
    () => [
      {
        ...submitArticle,
        isEnabled: context => submitArticle.isEnabled(context, target),
        run: context => submitArticle.run(context, target),
      },
      {
        ...nextFinding,
        isEnabled: context => nextFinding.isEnabled(context, target),
        run: context => nextFinding.run(context, target),
      },
    ],
    [target],
  )
}
