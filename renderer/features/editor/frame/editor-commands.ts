import { BookmarkPlus, PencilLine, SendHorizontal, Undo2 } from 'lucide-react'
import type { Problem } from '#common/api/problems/problem'
import type { Action } from '#common/domain/workflow'
import type { Command, CommandContext } from '#renderer/commands/command.ts'
import { paths } from '#renderer/commands/paths.ts'
import { problemText } from '#renderer/text/problem-text.ts'
import { complain, say } from '#renderer/ui/toasts.ts'
import { settleTyping } from '../draft/settle-typing.ts'
import { editorShortcuts } from '../toolbar/editor-shortcuts.ts'
import type { EditorTarget } from './editor-target.ts'

export const submitArticle: Command<EditorTarget> = {
  id: 'editor.submit',
  label: 'editor.submit',
  icon: SendHorizontal,
  group: 'write',
  shortcut: editorShortcuts.submit.keys,
  isEnabled: (_context, { view, link }) => link !== null && may(view, 'submit'),
  run: async (context, { view, editor, link, onRefused, decidePersonalData }) => {
    const { t, session, navigate, tell } = context
    await settleTyping(editor)
    if (!(await isDelivered(context, link))) return
    const { checks } = (await tell('articles.checks', { article: view.article.id })) ?? { checks: [] }
    const fault = checks.find(check => check.level === 'must')
    if (fault !== undefined) {
      onRefused(fault)
      return
    }
    const { findings } = (await tell('articles.personalData', { article: view.article.id })) ?? {
      findings: [],
    }
    const open = findings.filter(({ decided }) => decided === null)
    const personalData = open.length === 0 ? [] : await decidePersonalData(open)
    if (personalData === null || !(await isDelivered(context, link))) return
    const submission = { article: view.article.id, personalData: [...personalData] }
    if ((await tell('articles.submit', submission)) === null) return
    const review = { label: t('editor.openReview'), run: () => navigate(paths.review(view.article.id)) }
    say(t('editor.submitted'), session.may('article.edit-others') ? review : undefined)
  },
}

/** The draft as it is now becomes a version, and goes on being written. */
export const keepVersion: Command<EditorTarget> = {
  id: 'editor.keepVersion',
  label: 'versions.keep',
  icon: BookmarkPlus,
  group: 'write',
  isEnabled: (_context, { view, link }) =>
    link !== null &&
    may(view, 'edit') &&
    (view.article.stage === 'draft' || view.article.stage === 'returned'),
  run: async (context, { view, editor, link }) => {
    const { t, asker, tell } = context
    const name = await asker.text({
      title: t('versions.keepTitle'),
      label: t('versions.nameLabel'),
      action: t('versions.keepAction'),
    })
    if (name === null) return
    await settleTyping(editor)
    if (!(await isDelivered(context, link))) return
    if ((await tell('revisions.keep', { article: view.article.id, name })) !== null)
      say(t('versions.keptNow'))
  },
}

export const withdrawArticle: Command<EditorTarget> = {
  id: 'editor.withdraw',
  label: 'editor.withdraw',
  icon: Undo2,
  group: 'publish',
  isEnabled: (_context, { view }) => may(view, 'withdraw'),
  run: async ({ tell }, { view }) => {
    await tell('articles.withdraw', { article: view.article.id })
  },
}

export const reopenArticle: Command<EditorTarget> = {
  id: 'editor.reopen',
  label: 'editor.reopen',
  icon: PencilLine,
  group: 'publish',
  isEnabled: (_context, { view }) => may(view, 'reopen'),
  run: async ({ t, asker, tell }, { view }) => {
    const sure = await asker.confirm({
      title: t('editor.reopenTitle'),
      description: t('editor.reopenText'),
      action: t('editor.reopen'),
    })
    if (sure) await tell('articles.reopen', { article: view.article.id })
  },
}

function may(view: EditorTarget['view'], action: Action): boolean {
  return view.allowed.includes(action)
}

/** Nothing is submitted before main has everything on its disk. */
async function isDelivered({ t }: CommandContext, link: EditorTarget['link']): Promise<boolean> {
  const flushed = (await link?.flush()) ?? 'lost'
  if (flushed === 'lost') complain(t('editor.submitLost'))
  else if (!flushed.ok) complain(problemText(t, flushed.problem satisfies Problem))
  return flushed !== 'lost' && flushed.ok
}
