import { ArrowLeft, Ellipsis, ExternalLink, Eye, History } from 'lucide-react'
import { findKind } from '#common/domain/kinds/registry'
import { useSession } from '#renderer/api/session.tsx'
import { exportArticles, inspectArticles, spikeArticles } from '#renderer/commands/article-commands.ts'
import { CommandButton, CommandMenuItem } from '#renderer/commands/CommandButton.tsx'
import { useCommandContext } from '#renderer/commands/context.tsx'
import { paths } from '#renderer/commands/paths.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Chip } from '#renderer/ui/Chip.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Menu, MenuItem, MenuSeparator } from '#renderer/ui/Menu.tsx'
import { SavedState } from '../draft/SavedState.tsx'
import { keepVersion, submitArticle } from './editor-commands.ts'
import type { EditorTarget } from './editor-target.ts'
import { keepTemplate } from './keep-template.ts'
import { rowOf } from './row-of.ts'

interface Props {
  readonly target: EditorTarget
  readonly onHistory: () => void
  readonly onPreview: () => void
}

/** Back, what this is, whether it is saved, and the one thing to do next. */
export function TopBar({ target, onHistory, onPreview }: Props) {
  const { t, name } = useText()
  const { account } = useSession()
  const { navigate } = useCommandContext()
  const { view, link } = target
  const kind = findKind(view.article.kind)
  const publicUrl = view.publications.find(({ state, url }) => url !== null && isShown(state))?.url
  return (
    <header className="editor-top">
      <IconButton
        label={t('editor.back')}
        icon={<ArrowLeft size={18} />}
        onClick={() => (history.length > 1 ? history.back() : navigate(paths.desk))}
      />
      {kind !== undefined && <span className="editor-kind">{name(kind.label)}</span>}
      <Chip chip={view.chip} />
      <SavedState link={link} />
      <span className="editor-top-gap" />
      <IconButton label={t('editor.preview.full')} icon={<Eye size={18} />} onClick={onPreview} />
      <Menu align="end" trigger={<IconButton label={t('editor.more')} icon={<Ellipsis size={18} />} />}>
        <MenuItem icon={<History size={16} />} onSelect={onHistory}>
          {t('editor.history.title')}
        </MenuItem>
        {publicUrl !== undefined && publicUrl !== null && (
          <MenuItem
            icon={<ExternalLink size={16} />}
            onSelect={() => window.open(publicUrl, '_blank', 'noopener')}
          >
            {t('editor.openPublic')}
          </MenuItem>
        )}
        <CommandMenuItem command={keepVersion} target={target} />
        <CommandMenuItem command={keepTemplate} target={target} />
        <CommandMenuItem command={inspectArticles} target={[view.article]} />
        <CommandMenuItem command={exportArticles} target={[rowOf(view, account.id)]} />
        {view.allowed.includes('spike') && (
          <>
            <MenuSeparator />
            <CommandMenuItem command={spikeArticles} target={[rowOf(view, account.id)]} />
          </>
        )}
      </Menu>
      {view.allowed.includes('submit') && (
        <CommandButton look="primary" command={submitArticle} target={target} />
      )}
    </header>
  )
}

function isShown(state: EditorTarget['view']['publications'][number]['state']): boolean {
  return state === 'live' || state === 'corrected'
}
