import type { Node } from 'prosemirror-model'
import { arranged } from '#common/document/arrange'
import { checkDocument } from '#common/document/check'
import { schema } from '#common/document/schema'
import type { Field } from '#common/domain/field'
import { fieldsOf, findKind } from '#common/domain/kinds/registry'
import {
  type Changes,
  type FrontMatter,
  splitFrontMatter,
  type WrittenPoll,
  type WrittenSchedule,
  type WrittenStory,
} from './front-matter'
import type { ParseBody } from './parse-body'
import type { SampleDates } from './sample-dates'
import type { SampleArticle, SampleStory } from './sample-plan'

export interface ArticleReader {
  readonly dates: SampleDates
  readonly parseBody: ParseBody
}

/** Reads one `articles/*.md`; throws an Error that names the file and what is wrong in it. */
export function readArticle(name: string, source: string, reader: ArticleReader): SampleArticle {
  try {
    const { front, body } = splitFrontMatter(reader.dates.fill(source))
    const changes = changesOf(front.story)
    return {
      name,
      writer: front.writer,
      story: toStory(front.story, reader.dates),
      texts: {
        first: compose(front, rewind(body, changes), reader),
        later: compose(front, body, reader),
      },
    }
  } catch (error) {
    throw new Error(`${name}.md: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

function compose(front: FrontMatter, body: string, { dates, parseBody }: ArticleReader): Node {
  const poll = front.poll === undefined ? [] : [pollBlock(front.poll, dates)]
  const document = schema.node('doc', attributes(front, dates), [
    schema.node('headline', null, [schema.text(front.headline)]),
    schema.node('lead', null, [schema.text(front.lead)]),
    ...(front.schedule === undefined ? [] : [scheduleBlock(front.schedule, dates)]),
    ...parseBody(body),
    ...poll,
  ])
  const checked = checkDocument(document.toJSON())
  if (!checked.ok) throw new RangeError(checked.problem.params.reason)
  return arranged(checked.value)
}

function attributes(
  { kind: id, category, fields }: FrontMatter,
  dates: SampleDates,
): Record<string, unknown> {
  const kind = findKind(id)
  if (kind === undefined) throw new RangeError(`no such kind: "${id}"`)
  const known = new Map(fieldsOf(kind).map(field => [field.key, field]))
  const values = Object.entries(fields).map(([key, value]): [string, unknown] => {
    const field = known.get(key)
    if (field === undefined) throw new RangeError(`kind ${id} has no field "${key}"`)
    return [key, fieldValue(field, value, dates)]
  })
  return { kind: id, category, ...Object.fromEntries(values) }
}

function fieldValue(field: Field, value: string | readonly string[], dates: SampleDates): unknown {
  if (typeof value !== 'string') return value
  switch (field.type) {
    case 'date':
      return dates.day(value)
    case 'instant':
      return dates.instant(value)
    default:
      return value
  }
}

function pollBlock({ question, opens, closes, choices }: WrittenPoll, dates: SampleDates): Node {
  const attrs = { question, opensAt: dates.instant(opens), closesAt: dates.instant(closes) }
  const key = (index: number) => String.fromCharCode('a'.charCodeAt(0) + index)
  return schema.node(
    'poll',
    attrs,
    choices.map((text, index) => schema.node('pollChoice', { choice: key(index) }, [schema.text(text)])),
  )
}

function scheduleBlock(rows: WrittenSchedule, dates: SampleDates): Node {
  return schema.node('schedule', {
    rows: rows.map(([day, time, work, place, people, preparation = '']) => ({
      ...{ day: dates.day(day), time, work, place, people, preparation },
      amended: false,
    })),
  })
}

function changesOf(story: WrittenStory): Changes {
  if ('changes' in story) return story.changes
  return 'returned' in story ? (story.returned?.changes ?? []) : []
}

/** The text before its changes. */
function rewind(text: string, changes: Changes): string {
  return changes.reduce((earlier, { was, is }) => {
    if (!earlier.includes(is)) throw new RangeError(`changed words are not in the text: "${is}"`)
    return earlier.replaceAll(is, was)
  }, text)
}

function toStory(story: WrittenStory, dates: SampleDates): SampleStory {
  switch (story.stage) {
    case 'returned':
      return { stage: story.stage, by: story.reviewer, reason: story.reason, note: story.note }
    case 'scheduled':
      return { ...story, at: dates.instant(story.at) }
    default:
      return story
  }
}
