import type { Node } from 'prosemirror-model'
import { type Problem, problem } from '#common/api/problems/problem'
import { checkDocument } from '#common/document/check'
import { fillTemplate } from '#common/document/fill-template'
import type { Account } from '#common/domain/account'
import { instantNow, newId } from '#common/domain/environment'
import type { ArticleId } from '#common/domain/ids'
import { findKind } from '#common/domain/kinds/registry'
import { ok, type Result, refuse } from '#common/domain/result'
import { emptyTemplateBook, type TemplateBook, templateBook } from '#common/domain/template-book'
import { variablesOn } from '#common/domain/variables'
import { dayInVietnam } from '#common/domain/vietnam-time'
import { beginArticle } from '#main/articles/begin-article'
import { auditEvent, type Core, type Handlers } from '#main/core/capability'
import type { NewsroomCollections } from '#main/core/collections'
import type { DraftDesk } from '#main/drafts/draft-desk'
import { readNames } from '#main/names/names'
import type { Change } from '#main/store/store'

type Operations = 'templates.read' | 'templates.change' | 'templates.keep' | 'templates.use'

const id = 'template-book'

/** Makes an article of this document and answers with its id; `more` is written with it or not at all. */
export type MakeArticle = (
  document: Node,
  account: Account,
  more: readonly Change<NewsroomCollections>[],
) => Promise<ArticleId>

export function readBook(core: Core): TemplateBook {
  const stored = core.store.get('settings', id)
  return stored === undefined ? emptyTemplateBook : templateBook.parse(stored.value)
}

export function bookChange(value: TemplateBook): Change<NewsroomCollections> {
  return { collection: 'settings', put: { id, value } }
}

/** A new article from an office template, or from a kind's own, as it would begin on this day. */
export function fromTemplate(core: Core, template: string, day: string): Result<Node, Problem> {
  const variables = variablesOn(day, readNames(core).profile)
  const own = readBook(core).templates.find(one => one.id === template)
  const kind = findKind(own?.kind ?? template)
  if (kind === undefined) return refuse(problem('template-not-found'))
  if (own === undefined) return ok(beginArticle(core, kind, day))
  const filled = checkDocument(fillTemplate(own.document, variables))
  return filled.ok ? ok(beginArticle(core, kind, day, filled.value)) : filled
}

/** Templates and snippets of the office, and drafts made of them. */
export function createTemplates(core: Core, desk: DraftDesk, make: MakeArticle): Handlers<Operations> {
  async function put(book: TemplateBook, by: Account) {
    await core.store.commit({
      event: auditEvent(core, 'templates.changed', by.id, null, {
        templates: book.templates.length,
        snippets: book.snippets.length,
        timetable: book.timetable.length,
      }),
      changes: [bookChange(book)],
    })
    core.announce({ kind: 'templates-changed' })
    return ok({ book })
  }
  return {
    'templates.read': () => ok({ book: readBook(core) }),

    'templates.change': ({ book }, { account }) => {
      const before = readBook(core)
      const timetable = book.timetable.map(entry => {
        const known = before.timetable.find(one => one.id === entry.id)
        const isSame = known?.weekday === entry.weekday && known.time === entry.time
        return {
          ...entry,
          by: known?.by ?? account.id,
          // A changed time begins now: it makes nothing for a week that has gone.
          since: isSame ? known.since : instantNow(core.environment),
          madeFor: known?.madeFor ?? null,
        }
      })
      const known = new Set([...book.templates.map(one => one.id)])
      const kept = timetable.filter(one => known.has(one.template) || findKind(one.template) !== undefined)
      return put({ ...book, timetable: kept }, account)
    },

    'templates.keep': async ({ article, name }, { account }) => {
      const draft = await desk.open(article)
      if (!draft.ok) return draft
      const { document } = draft.value
      const book = readBook(core)
      const added = { id: newId(core.environment), name, kind: String(document.attrs.kind) }
      return put(
        { ...book, templates: [...book.templates, { ...added, document: document.toJSON() }] },
        account,
      )
    },

    'templates.use': async ({ template }, { account }) => {
      const document = fromTemplate(core, template, dayInVietnam(core.environment.now()))
      return document.ok ? ok({ article: await make(document.value, account, []) }) : document
    },
  }
}
