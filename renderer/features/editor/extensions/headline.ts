import { Node } from '@tiptap/core'

export const Headline = Node.create({
  name: 'headline',
  parseHTML: () => [{ tag: 'h1[data-part="headline"]' }],
  renderHTML: () => ['h1', { 'data-part': 'headline' }, 0],
})
