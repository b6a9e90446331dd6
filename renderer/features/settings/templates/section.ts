import type { TemplateBook } from '#common/domain/template-book'

/** What each section of the page gets. */
export interface SectionProps {
  readonly book: TemplateBook
  readonly mayChange: boolean
  /** True when it was kept. */
  readonly onSave: (book: TemplateBook) => Promise<boolean>
}
