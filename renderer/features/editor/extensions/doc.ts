import { Node } from '@tiptap/core'

/** The article itself; its fields are attributes, so they share the text's undo and log. */
export const Doc = Node.create({ name: 'doc', topNode: true })
