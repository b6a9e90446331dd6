import './suggestions.css'
import type { Editor } from '@tiptap/react'
import { Check, X } from 'lucide-react'
import { listSuggestions, type Suggestion } from '#common/document/suggestions/list-suggestions'
import type { Verdict } from '#common/document/suggestions/settle'
import { allFields } from '#common/domain/kinds/registry'
import { formatInstant } from '#common/domain/vietnam-time'
import type { TextKey } from '#renderer/text/catalogues.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Avatar } from '#renderer/ui/Avatar.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { settleSuggestions } from './suggesting.ts'

interface Props {
  readonly editor: Editor
  readonly suggestions: readonly Suggestion[]
  readonly nameOf: (account: string) => string
  /** Who may edit answers them all, others take back their own. */
  readonly mayAnswer: boolean
  readonly account: string
  readonly onShow: (suggestion: Suggestion) => void
}

/** Every open suggestion in the order of the text, each to accept or reject; and all, or those in the selection. */
export function SuggestionList({ editor, suggestions, nameOf, mayAnswer, account, onShow }: Props) {
  const { t } = useText()
  const answer = (which: (suggestion: { readonly id: string }) => boolean, verdict: Verdict) =>
    settleSuggestions(editor, suggestion => (which(suggestion) ? verdict : null))
  const answerSelected = (verdict: Verdict) => {
    const { doc, selection } = editor.state
    const { from, to } = selection
    // The list on the screen waits for a pause; where things stand is asked of the text.
    const selected = listSuggestions(doc).filter(
      ({ range }) => range !== null && range.from < to && range.to > from,
    )
    answer(({ id }) => selected.some(one => one.id === id), verdict)
  }
  if (suggestions.length === 0) return <p className="notes-empty">{t('suggestion.none')}</p>
  return (
    <section className="suggestions" aria-label={t('suggestion.title')}>
      {mayAnswer && (
        <div className="suggestions-all">
          <Button size="small" onClick={() => answer(() => true, 'accept')}>
            {t('suggestion.acceptAll')}
          </Button>
          <Button size="small" onClick={() => answer(() => true, 'reject')}>
            {t('suggestion.rejectAll')}
          </Button>
          <Button
            size="small"
            look="quiet"
            onClick={() => answerSelected('accept')}
            onMouseDown={keepSelection}
          >
            {t('suggestion.acceptSelected')}
          </Button>
          <Button
            size="small"
            look="quiet"
            onClick={() => answerSelected('reject')}
            onMouseDown={keepSelection}
          >
            {t('suggestion.rejectSelected')}
          </Button>
        </div>
      )}
      <ul>
        {suggestions.map(suggestion => (
          <li key={`${suggestion.id}.${keyOf(suggestion)}`} className="suggestion-card">
            <button type="button" className="suggestion-card-text" onClick={() => onShow(suggestion)}>
              <span className="note-by">
                <Avatar name={nameOf(suggestion.by)} size="small" />
                <strong>{nameOf(suggestion.by)}</strong>
                <time dateTime={suggestion.at}>{formatInstant(suggestion.at)}</time>
              </span>
              <Words suggestion={suggestion} />
            </button>
            <span className="suggestion-card-answers">
              {mayAnswer && (
                <IconButton
                  size="small"
                  label={t('suggestion.accept')}
                  icon={<Check size={16} />}
                  onClick={() => answer(({ id }) => id === suggestion.id, 'accept')}
                />
              )}
              {(mayAnswer || suggestion.by === account) && (
                <IconButton
                  size="small"
                  label={t(mayAnswer ? 'suggestion.reject' : 'suggestion.takeBack')}
                  icon={<X size={16} />}
                  onClick={() => answer(({ id }) => id === suggestion.id, 'reject')}
                />
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Words({ suggestion }: { readonly suggestion: Suggestion }) {
  const { t, name } = useText()
  const { place, added, removed, value } = suggestion
  if (place.kind === 'field') {
    const field = allFields.get(place.field)
    return (
      <span>
        {t('suggestion.field', { field: field === undefined ? place.field : name(field.label) })}{' '}
        <ins>{typeof value === 'string' ? value : JSON.stringify(value)}</ins>
      </span>
    )
  }
  return (
    <span>
      {removed.trim() !== '' && <del>{removed}</del>} {added.trim() !== '' && <ins>{added}</ins>}
      {added.trim() === '' && removed.trim() === '' && <em>{t(kindOf(suggestion))}</em>}
    </span>
  )
}

function kindOf({ changes, blocks }: Suggestion): TextKey {
  if (blocks) return 'suggestion.blocks'
  return changes ? 'suggestion.formatting' : 'suggestion.spaces'
}

function keyOf({ place }: Suggestion): string {
  return place.kind === 'field' ? place.field : ''
}

/** The selection in the text is what the button is about. */
function keepSelection(event: { preventDefault(): void }): void {
  event.preventDefault()
}
