import { Node } from '@tiptap/core'
import { ReactNodeViewRenderer } from '@tiptap/react'
import { isScheduleRows } from '#common/domain/schedule'
import { ScheduleView } from '../schedule/ScheduleView.tsx'

/** A leadership schedule; its rows are an attribute, edited in a grid of its own that ProseMirror leaves alone. */
export const Schedule = Node.create({
  name: 'schedule',
  addAttributes: () => ({
    rows: {
      parseHTML: element => rowsIn(element.getAttribute('data-schedule')),
      renderHTML: ({ rows }) => ({ 'data-schedule': JSON.stringify(rows) }),
    },
  }),
  parseHTML: () => [{ tag: 'div[data-schedule]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', HTMLAttributes],
  addNodeView: () =>
    ReactNodeViewRenderer(ScheduleView, { stopEvent: () => true, ignoreMutation: () => true }),
})

/** Pasted from elsewhere: only whole rows. */
function rowsIn(text: string | null): unknown {
  try {
    const rows: unknown = JSON.parse(text ?? '')
    return isScheduleRows(rows) ? rows : []
  } catch {
    return []
  }
}
