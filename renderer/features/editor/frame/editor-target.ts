import type { Editor } from '@tiptap/react'
import type { ArticleView, Check } from '#common/api/views'
import type { DraftLink } from '../draft/draft-link.ts'

/** What the commands of this screen are done to. */
export interface EditorTarget {
  readonly view: ArticleView
  readonly editor: Editor
  readonly link: DraftLink | null
  /** Main would refuse the submission because of this check: shows it and goes there. */
  readonly onRefused: (check: Check) => void
}
