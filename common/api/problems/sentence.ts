import { megabytes } from '#common/domain/megabytes'
import type { Problem } from './problem'
import sealReasons from './seal-reasons.json'
import sentences from './vi.json'

const reasons: Readonly<Record<string, string>> = sealReasons.vi

/** A problem in Vietnamese where no catalogue is loaded: the command line, a host that cannot start. */
export function sentence({ code, params }: Problem): string {
  return sentences[code].replaceAll(/\{\{(\w+)(?:, (\w+))?\}\}/g, (_all, name: string, format?: string) => {
    const given = (params as Readonly<Record<string, unknown>>)[name] ?? ''
    if (format === 'megabytes') return megabytes(Number(given), 'vi')
    const value = String(given)
    return code === 'seal-invalid' ? (reasons[value] ?? value) : value
  })
}
