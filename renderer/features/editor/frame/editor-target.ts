import type { Editor } from '@tiptap/react'
import type { ArticleView, Check } from '#common/api/views'
import type { PersonalDataDecision, PersonalDataFinding } from '#common/domain/personal-data'
import type { DraftLink } from '../draft/draft-link.ts'

/** What the commands of this screen are done to. */
export interface EditorTarget {
  readonly view: ArticleView
  readonly editor: Editor
  readonly link: DraftLink | null
  /** Main would refuse the submission because of this check: shows it and goes there. */
  readonly onRefused: (check: Check) => void
  /** Asks what to do with personal data: masks are in the text then, the rest comes back; null: not now. */
  readonly decidePersonalData: (
    findings: readonly PersonalDataFinding[],
  ) => Promise<readonly PersonalDataDecision[] | null>
  /** Goes to the next thing the proofreader found. */
  readonly nextFinding: () => void
}
