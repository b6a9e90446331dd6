import type { Problem } from './problem'
import sentences from './vi.json'

/** A problem in Vietnamese where no catalogue is loaded: the command line, a host that cannot start. */
export function sentence({ code, params }: Problem): string {
  return sentences[code].replaceAll(/\{\{(\w+)\}\}/g, (_all, name: string) =>
    String((params as Readonly<Record<string, unknown>>)[name] ?? ''),
  )
}
