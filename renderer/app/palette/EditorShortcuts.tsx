import { editorShortcuts } from '#renderer/features/editor/toolbar/editor-shortcuts.ts'
import { useText } from '#renderer/text/use-text.ts'
import { ShortcutSection } from './ShortcutSection.tsx'

/** The editor's own shortcuts; loaded with the editor's code, only when somebody looks. */
export function EditorShortcuts() {
  const { t } = useText()
  const shortcuts = editorShortcuts.map(({ label, keys }) => ({ label: t(label), keys }))
  return <ShortcutSection title={t('shortcuts.editor')} shortcuts={shortcuts} />
}
