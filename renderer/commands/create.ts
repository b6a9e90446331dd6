import { FileInput, FilePlus2 } from 'lucide-react'
import type { Kind } from '#common/domain/kind'
import { kinds } from '#common/domain/kinds/registry'
import type { Command } from './command.ts'
import { paths } from './paths.ts'

/** A new draft of this kind, opened at once. */
function create(kind: Kind): Command {
  return {
    id: `create.${kind.id}`,
    label: { vi: `Soạn: ${kind.label.vi}`, en: `Write: ${kind.label.en}` },
    icon: FilePlus2,
    group: 'create',
    isEnabled: ({ session }) => session.may('article.write'),
    run: async ({ tell, navigate }) => {
      const created = await tell('articles.create', { kind: kind.id })
      if (created !== null) navigate(paths.edit(created.article.id))
    },
  }
}

export const createCommands: readonly { readonly kind: Kind; readonly command: Command }[] = kinds.map(
  kind => ({ kind, command: create(kind) }),
)

/** The button "Soạn tin mới" itself: a news item, the most common kind. */
export const createNews: Command = {
  ...create(kinds[0] as Kind),
  id: 'create',
  label: 'desk.create',
  shortcut: 'Alt+N',
}

/** "Nhập từ tệp…": drafts from documents, saved pages, and an older portal. */
export const importFiles: Command = {
  id: 'create.import',
  label: 'desk.import',
  icon: FileInput,
  group: 'create',
  isEnabled: ({ session }) => session.may('article.write'),
  run: ({ navigate }) => navigate(paths.import),
}
