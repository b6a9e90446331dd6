import { focusPoint } from '../domain/focus-point'
import { blobHash } from '../domain/ids'
import { isScheduleRows } from '../domain/schedule'

/** Attribute validators throw, as prosemirror-model's `check` expects. */
export function demand(condition: boolean, what: string): void {
  if (!condition) throw new RangeError(`invalid ${what}`)
}

export function oneOf(...values: readonly unknown[]): (value: unknown) => void {
  return value => demand(values.includes(value), 'value')
}

export function wholeNumber(least: number, most: number): (value: unknown) => void {
  return value => demand(Number.isInteger(value) && Number(value) >= least && Number(value) <= most, 'number')
}

export function optionalWholeNumber(value: unknown): void {
  if (value !== null) wholeNumber(1, 100_000)(value)
}

export function columnWidths(value: unknown): void {
  demand(value === null || (Array.isArray(value) && value.length <= 50 && value.every(isWidth)), 'colwidth')
}

export function shortText(value: unknown): void {
  demand(typeof value === 'string' && value.length <= 1_000, 'text')
}

export function fileName(value: unknown): void {
  demand(
    typeof value === 'string' && value.length > 0 && value.length <= 255 && !/[\p{Cc}/\\]/u.test(value),
    'file name',
  )
}

export function mediaType(value: unknown): void {
  demand(typeof value === 'string' && /^[a-z]{1,19}\/[a-z0-9.+-]{1,100}$/.test(value), 'media type')
}

export function kindId(value: unknown): void {
  demand(typeof value === 'string' && /^[a-z][a-z-]{1,39}$/.test(value), 'kind')
}

export function choiceKey(value: unknown): void {
  demand(typeof value === 'string' && /^[a-z0-9]{1,20}$/.test(value), 'choice')
}

export function isBlobHash(value: unknown): void {
  demand(blobHash.safeParse(value).success, 'blob')
}

export function optionalInstant(value: unknown): void {
  demand(
    value === null ||
      (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(value)),
    'instant',
  )
}

export function optionalFocus(value: unknown): void {
  demand(value === null || focusPoint.safeParse(value).success, 'focus')
}

/** Pixels as the editor measured them; 0: as wide as its text wants. */
function isWidth(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 10_000
}

export function scheduleRows(value: unknown): void {
  demand(isScheduleRows(value), 'schedule')
}
