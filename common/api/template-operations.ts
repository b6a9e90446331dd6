import { z } from 'zod'
import { articleId } from '../domain/ids'
import { templateBook } from '../domain/template-book'
import { nothing, operation } from './operation'

const bookView = z.strictObject({ book: templateBook })

/** Templates and snippets of the office, and the timetable of drafts that are made by themselves. */
export const templateOperations = {
  'templates.read': operation('signed-in', nothing, bookView),
  /** Who set a time, since when, and what was made for it, is main's to say: what is sent of that is not looked at. */
  'templates.change': operation('article.edit-others', bookView, bookView),
  /** Keeps an article as it is as a template. */
  'templates.keep': operation(
    'article.edit-others',
    z.strictObject({ article: articleId, name: z.string().trim().min(1).max(200) }),
    bookView,
  ),
  /** A new article from an office template's id, or a kind's for its own, with variables as they are today. */
  'templates.use': operation(
    'article.write',
    z.strictObject({ template: z.string().max(40) }),
    z.strictObject({ article: articleId }),
  ),
} as const
