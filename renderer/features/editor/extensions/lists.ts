import { OrderedList as BaseOrderedList, BulletList, ListItem, ListKeymap } from '@tiptap/extension-list'

/** Plain text that begins with "1." is pasted as it is, not turned into a list. */
const OrderedList = BaseOrderedList.extend({
  addProseMirrorPlugins: () => [],
  renderHTML: ({ node }) => ['ol', node.attrs.start === 1 ? {} : { start: String(node.attrs.start) }, 0],
})

export const lists = [BulletList, OrderedList, ListItem, ListKeymap]
