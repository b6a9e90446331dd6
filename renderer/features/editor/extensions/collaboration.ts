import { Extension } from '@tiptap/core'
import { collab } from 'prosemirror-collab'

interface Options {
  /** Version of the draft the editor starts from. */
  readonly version: number
  readonly clientId: string
}

/** Counts the editor's steps on top of main's version, so that `DraftLink` can send and rebase them. */
export const Collaboration = Extension.create<Options>({
  name: 'collaboration',
  addOptions: () => ({ version: 0, clientId: '' }),
  addProseMirrorPlugins() {
    return [collab({ version: this.options.version, clientID: this.options.clientId })]
  },
})
