import { Mapping, Step } from 'prosemirror-transform'
import type { Output } from '#common/api/contract'
import { problem } from '#common/api/problems/problem'
import { mapPlace, quoteAt } from '#common/document/comment-place'
import { schema } from '#common/document/schema'
import { type Account, may } from '#common/domain/account'
import type { Article } from '#common/domain/article'
import type { AuditType } from '#common/domain/audit-types'
import {
  type Comment,
  type CommentAnchor,
  type CommentThread,
  readingId,
  unreadIn,
} from '#common/domain/comment'
import { instantNow, newId } from '#common/domain/environment'
import { type ArticleId, commentId, threadId } from '#common/domain/ids'
import { ok, refuse } from '#common/domain/result'
import { decide } from '#common/domain/workflow'
import { nameOf } from '#main/accounts/people'
import { auditEvent, type Core, type Handlers } from '#main/core/capability'
import { type DraftDesk, findArticle } from '#main/drafts/draft-desk'
import type { LiveDraft } from '#main/drafts/live-draft'
import { CommentPlaces } from './comment-places'

type Operations = 'comments.list' | 'comments.start' | 'comments.reply' | 'comments.resolve' | 'comments.read'

/** Comments beside articles: threads, who answered, who has read what (docs/comments-and-suggestions.md). */
export function createComments(core: Core, desk: DraftDesk): Handlers<Operations> {
  const places = new CommentPlaces()

  function threadsOf(article: ArticleId): readonly CommentThread[] {
    return [...core.store.all('threads').values()]
      .filter(thread => thread.article === article)
      .toSorted((a, b) => (a.comments[0]?.at ?? '').localeCompare(b.comments[0]?.at ?? ''))
  }

  async function list(article: ArticleId, account: Account) {
    const draft = await desk.open(article)
    const threads = threadsOf(article)
    // A draft that cannot be opened is no reason to hide what was said about it.
    const known = draft.ok ? await places.of(draft.value, threads) : new Map()
    const reading = core.store.get('readings', readingId(account.id, article))
    const views = threads.map(thread => ({
      ...thread,
      place: known.get(thread.id) ?? ({ kind: 'orphan' } as const),
      unread: unreadIn(thread, reading, account.id),
    }))
    const output: Output<'comments.list'> = {
      version: draft.ok ? draft.value.version : 0,
      threads: views,
      unread: views.reduce((sum, { unread }) => sum + unread, 0),
      people: peopleIn(core, threads),
    }
    return output
  }

  /** The comment, and what naming somebody in it means: they find it unread. */
  function aComment(account: Account, text: string, mentions: Comment['mentions']): Comment {
    const known = mentions.filter(id => core.store.get('accounts', id) !== undefined)
    return {
      id: commentId.parse(newId(core.environment)),
      by: account.id,
      at: instantNow(core.environment),
      text,
      mentions: [...new Set(known)],
    }
  }

  async function keep(type: AuditType, thread: CommentThread, account: Account): Promise<void> {
    const event = auditEvent(core, type, account.id, thread.article, { thread: thread.id })
    await core.store.commit({ event, changes: [{ collection: 'threads', put: thread }] })
    core.announce({ kind: 'comments-changed', article: thread.article })
  }

  function find(article: ArticleId, id: string, account: Account) {
    const found = findArticle(core, article)
    if (!found.ok) return found
    const decision = decide('comment', found.value, account)
    if (!decision.ok) return decision
    const thread = core.store.get('threads', id)
    if (thread?.article !== article) return refuse(problem('comment-not-found'))
    return ok({ article: found.value, thread })
  }

  return {
    'comments.list': async (input, caller) => {
      const article = findArticle(core, input.article)
      return article.ok ? ok(await list(input.article, caller.account)) : article
    },

    'comments.start': async (input, caller) => {
      const article = findArticle(core, input.article)
      if (!article.ok) return article
      const decision = decide('comment', article.value, caller.account)
      if (!decision.ok) return decision
      const draft = await desk.open(input.article)
      if (!draft.ok) return draft
      const placed = await bringUp(draft.value, input.anchor, input.version)
      const quote = placed === null ? null : quoteAt(draft.value.document, placed.anchor)
      if (placed === null || quote === null) return refuse(problem('comment-not-found'))
      const thread: CommentThread = {
        id: threadId.parse(newId(core.environment)),
        article: input.article,
        ...placed,
        quote,
        comments: [aComment(caller.account, input.text, input.mentions)],
        resolved: null,
      }
      await keep('comment.started', thread, caller.account)
      return ok({ thread: thread.id })
    },

    'comments.reply': async (input, caller) => {
      const found = find(input.article, input.thread, caller.account)
      if (!found.ok) return found
      const { thread } = found.value
      const comments = [...thread.comments, aComment(caller.account, input.text, input.mentions)]
      // An answer to what was closed opens it again: nobody would see it otherwise.
      await keep('comment.replied', { ...thread, comments, resolved: null }, caller.account)
      return ok({ thread: thread.id })
    },

    'comments.resolve': async (input, caller) => {
      const found = find(input.article, input.thread, caller.account)
      if (!found.ok) return found
      const { article, thread } = found.value
      if (!mayClose(article, thread, caller.account)) return refuse(problem('comment-not-yours'))
      const resolved = input.resolved ? { by: caller.account.id, at: instantNow(core.environment) } : null
      await keep(
        input.resolved ? 'comment.resolved' : 'comment.reopened',
        { ...thread, resolved },
        caller.account,
      )
      return ok({ thread: thread.id })
    },

    'comments.read': async (input, caller) => {
      const article = findArticle(core, input.article)
      if (!article.ok) return article
      const { account } = caller
      const id = readingId(account.id, input.article)
      const threads = threadsOf(input.article)
      const reading = core.store.get('readings', id)
      if (threads.every(thread => unreadIn(thread, reading, account.id) === 0)) return ok({})
      const seen = Object.fromEntries(threads.map(thread => [thread.id, thread.comments.length]))
      await core.store.commit({
        event: auditEvent(core, 'comment.read', account.id, input.article),
        changes: [{ collection: 'readings', put: { id, account: account.id, article: input.article, seen } }],
      })
      core.announce({ kind: 'comments-changed', article: input.article })
      return ok({})
    },
  }
}

/** An anchor made at an earlier version, at the draft's own now; null when its place is gone. */
async function bringUp(draft: LiveDraft, anchor: CommentAnchor, version: number) {
  const later = await draft.since(version)
  if (later === null) return null
  const maps = later.steps.map(json => Step.fromJSON(schema, json).getMap())
  const place = mapPlace(anchor, new Mapping(maps))
  return place.kind === 'orphan' ? null : { anchor: place, version: later.version }
}

/** W14: who began it, an author of the article, or who may edit other people's texts. */
function mayClose(article: Article, thread: CommentThread, account: Account): boolean {
  return (
    thread.comments[0]?.by === account.id ||
    article.createdBy === account.id ||
    article.authors.includes(account.id) ||
    may(account, 'article.edit-others')
  )
}

function peopleIn(core: Core, threads: readonly CommentThread[]): Record<string, string> {
  const ids = threads.flatMap(({ comments, resolved }) => [
    ...comments.flatMap(({ by, mentions }) => [by, ...mentions]),
    ...(resolved === null ? [] : [resolved.by]),
  ])
  return Object.fromEntries(ids.map(id => [id, nameOf(core, id)]))
}
