import { Node } from '@tiptap/core'

export const Lead = Node.create({
  name: 'lead',
  // Before `p`, which would take it for a paragraph.
  priority: 1_100,
  parseHTML: () => [{ tag: 'p[data-part="lead"]', priority: 60 }],
  renderHTML: () => ['p', { 'data-part': 'lead' }, 0],
})
