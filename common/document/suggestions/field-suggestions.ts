import type { Node, Schema } from 'prosemirror-model'
import { Step, StepResult } from 'prosemirror-transform'
import type { SuggestionStamp } from './suggestion-marks'

/** Another value for one field of the article; the field keeps its own until this is accepted. */
export interface FieldSuggestion extends SuggestionStamp {
  readonly value: unknown
}

export type FieldSuggestions = Readonly<Record<string, FieldSuggestion>>

/** By field; the attribute `suggested` of the document. */
export function fieldSuggestions(document: Node): FieldSuggestions {
  return (document.attrs.suggested ?? {}) as FieldSuggestions
}

/** Throws on anything else, as prosemirror-model's `check` expects. Whether a field takes the value shows when it is accepted. */
export function checkFieldSuggestions(value: unknown): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new RangeError('invalid suggested')
  for (const [key, one] of Object.entries(value))
    if (!isFieldSuggestion(one)) throw new RangeError(`invalid suggested ${key}`)
}

/** Sets or (null) takes back the suggestion for one field: two people may suggest for two fields at once. */
export class SuggestFieldStep extends Step {
  constructor(
    readonly field: string,
    readonly suggestion: FieldSuggestion | null,
  ) {
    super()
  }

  override apply(document: Node): StepResult {
    const { [this.field]: _old, ...others } = fieldSuggestions(document)
    const suggested = this.suggestion === null ? others : { ...others, [this.field]: this.suggestion }
    return StepResult.ok(
      document.type.create({ ...document.attrs, suggested }, document.content, document.marks),
    )
  }

  override invert(document: Node): Step {
    return new SuggestFieldStep(this.field, fieldSuggestions(document)[this.field] ?? null)
  }

  override map(): Step {
    return this
  }

  override toJSON() {
    return { stepType: 'suggestField', field: this.field, suggestion: this.suggestion }
  }

  static override fromJSON(
    _schema: Schema,
    json: { readonly field?: unknown; readonly suggestion?: unknown },
  ): Step {
    const { field, suggestion = null } = json
    if (typeof field !== 'string' || field === '__proto__') throw new RangeError('invalid field')
    if (suggestion !== null && !isFieldSuggestion(suggestion)) throw new RangeError('invalid suggestion')
    return new SuggestFieldStep(field, suggestion)
  }
}

Step.jsonID('suggestField', SuggestFieldStep)

function isFieldSuggestion(value: unknown): value is FieldSuggestion {
  return (
    typeof value === 'object' &&
    value !== null &&
    'value' in value &&
    ['id', 'by', 'at'].every(key => typeof Reflect.get(value, key) === 'string')
  )
}
