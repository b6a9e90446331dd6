import { FileText, type LucideIcon } from 'lucide-react'
import type { TextPiece } from '#common/api/search'
import type { Chip } from '#common/domain/chip'
import { fold } from '#common/vietnamese/fold'
import { useAsk } from '#renderer/api/queries.ts'
import { allCommands } from '#renderer/commands/all-commands.ts'
import { type Command, commandGroups } from '#renderer/commands/command.ts'
import { useCommandContext } from '#renderer/commands/context.tsx'
import { pathOfArticle } from '#renderer/commands/paths.ts'
import { useOfferedCommands } from '#renderer/commands/screen-commands.ts'
import { useLabel } from '#renderer/commands/use-label.ts'
import { useText } from '#renderer/text/use-text.ts'

export interface PaletteItem {
  readonly id: string
  readonly label: string
  readonly icon?: LucideIcon | undefined
  readonly shortcut?: string | undefined
  readonly chip?: Chip
  /** Where the words stand that are not in the label. */
  readonly excerpt?: readonly TextPiece[] | undefined
  readonly run: () => void
}

export interface PaletteGroup {
  /** Its heading; also its key. */
  readonly value: string
  readonly items: readonly PaletteItem[]
}

/** Commands that can be run now, few and near, then articles that match; words may be typed without marks, in any order. */
export function usePaletteGroups(search: string): readonly PaletteGroup[] {
  const { t } = useText()
  const label = useLabel()
  const context = useCommandContext()
  const all = [...useOfferedCommands(), ...allCommands]
  const words = search.trim()
  const newest = useAsk('articles.list', { limit: 8 }, { enabled: words === '' })
  const { value, previous } = useAsk(
    'articles.search',
    { text: words, limit: 8 },
    { enabled: words !== '', keepPrevious: true },
  )
  const wanted = fold(words).split(/\s+/)
  const contains = (text: string) => {
    const folded = fold(text)
    return wanted.every(word => folded.includes(word))
  }
  const matches = (command: Command) => command.isEnabled(context) && beginsWords(label(command))
  const beginsWords = (text: string) => {
    const parts = fold(text).split(/[^\p{L}\p{N}]+/u)
    return wanted.every(word => parts.some(part => part.startsWith(word)))
  }
  const commands = commandGroups.map(group => ({
    value: t(`palette.${group}`),
    items: all.filter(command => command.group === group && matches(command)).map(toItem),
  }))
  function toItem(command: Command): PaletteItem {
    return {
      id: command.id,
      label: label(command),
      icon: command.icon,
      shortcut: command.shortcut,
      run: () => void command.run(context),
    }
  }
  const hits =
    words === '' ? (newest.value?.rows ?? []).map(row => ({ row, excerpt: null })) : (value?.hits ?? [])
  // Enter never opens what only matched the letters before the last ones.
  const shown = hits.filter(({ row }) => words === '' || !previous || contains(row.headline))
  const articles = shown.map(({ row, excerpt }) => ({
    id: row.id,
    label: row.headline === '' ? t('articles.untitled') : row.headline,
    // A headline that holds the words speaks for itself.
    excerpt: excerpt === null || contains(row.headline) ? undefined : excerpt.pieces,
    icon: FileText,
    chip: row.chip,
    run: () => context.navigate(pathOfArticle(row, context.session.may('article.edit-others'))),
  }))
  const found = { value: t('palette.articles'), items: articles }
  return [...commands, found].filter(group => group.items.length > 0)
}
