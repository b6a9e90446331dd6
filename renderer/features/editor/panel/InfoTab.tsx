import { closeHistory } from '@tiptap/pm/history'
import { type Editor, useEditorState } from '@tiptap/react'
import { type KeyboardEvent, memo } from 'react'
import { setFieldIn } from '#common/document/follow-fields'
import type { Field, FieldValue } from '#common/domain/field'
import { commonFields } from '#common/domain/kinds/common-fields'
import { readerOf } from '#common/domain/kinds/read-document'
import { findKind } from '#common/domain/kinds/registry'
import { compareVietnamese } from '#common/vietnamese/compare'
import { useAsk } from '#renderer/api/queries.ts'
import { matchesShortcut } from '#renderer/commands/shortcuts.ts'
import { useText } from '#renderer/text/use-text.ts'
import type { SelectOption } from '#renderer/ui/Select.tsx'
import { FieldControl } from '../fields/FieldControl.tsx'
import { readInput } from '../read-input.ts'
import { PollResults } from './PollResults.tsx'

interface Props {
  readonly article: string
  readonly editor: Editor
  readonly editable: boolean
}

/** "Thông tin": category first, then what the kind asks for, then where the text comes from and how long it stays. */
export const InfoTab = memo(({ article, editor, editable }: Props) => {
  const { t, name } = useText()
  const attrs = useEditorState({ editor, selector: ({ editor }) => editor.state.doc.attrs })
  const categories = useCategories()
  const kind = findKind(String(attrs.kind))
  const [category, ...rest] = commonFields
  const control = (field: Field) => (
    <FieldControl
      key={field.key}
      field={field}
      value={attrs[field.key]}
      disabled={!editable}
      onChange={value => setField(editor, field, value)}
      {...(field === category && categories.length > 0 ? { options: categories } : {})}
      {...(field === category && categories.length === 0 ? { hint: t('editor.categoryWithoutPortal') } : {})}
    />
  )
  return (
    <form
      className="panel-form"
      aria-label={t('editor.info')}
      onSubmit={event => event.preventDefault()}
      onKeyDown={event => undoInText(event, editor)}
    >
      {control(category)}
      {kind !== undefined && kind.fields.length > 0 && (
        <fieldset>
          <legend>{name(kind.label)}</legend>
          {kind.fields.map(control)}
          {(kind.notes?.(readerOf({ attrs })) ?? []).map(note => (
            <p key={note.vi} className="field-hint">
              {name(note)}
            </p>
          ))}
        </fieldset>
      )}
      {attrs.kind === 'poll' && <PollResults article={article} />}
      <fieldset>
        <legend>{t('editor.origin')}</legend>
        {rest.map(control)}
      </fieldset>
    </form>
  )
})

function setField(editor: Editor, { key }: Field, value: FieldValue): void {
  readInput(editor.view)
  const { state } = editor
  if (JSON.stringify(state.doc.attrs[key]) === JSON.stringify(value)) return
  editor.view.dispatch(closeHistory(setFieldIn(state.tr, key, value)))
}

/** Fields share the undo of the text, wherever the cursor is. */
function undoInText(event: KeyboardEvent, editor: Editor): void {
  const { nativeEvent } = event
  const undo = matchesShortcut('Mod+Z', nativeEvent)
  const redo = matchesShortcut('Mod+Y', nativeEvent) || matchesShortcut('Mod+Shift+Z', nativeEvent)
  if (!undo && !redo) return
  event.preventDefault()
  if (event.target instanceof HTMLElement) event.target.blur()
  if (undo) editor.commands.undo()
  else editor.commands.redo()
  if (event.target instanceof HTMLElement) event.target.focus()
}

/** Categories of every portal, each once. */
function useCategories(): readonly SelectOption<string>[] {
  const { value } = useAsk('portals.list', {})
  const portals = value?.portals ?? []
  // What one of ours is mapped to is the same category under a portal's own number.
  const mapped = new Set(portals.flatMap(({ categoryMap }) => Object.values(categoryMap ?? {})))
  const byId = new Map(
    portals
      .flatMap(portal => portal.categories)
      .filter(({ id }) => !mapped.has(id))
      .map(({ id, name }) => [id, name]),
  )
  return [...byId]
    .map(([id, label]) => ({ value: id, label }))
    .toSorted((a, b) => compareVietnamese(a.label, b.label))
}
