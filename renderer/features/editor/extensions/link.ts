import { Mark } from '@tiptap/core'
import { isLinkAddress } from '#common/document/link-address'

/** A link as the schema knows it: an address and nothing else; addresses that readers must not get are left out. */
export const Link = Mark.create({
  name: 'link',
  keepOnSplit: false,
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: element => (isLinkAddress(element.getAttribute('href')) ? null : false),
    },
  ],
  renderHTML: ({ mark }) => ['a', { href: String(mark.attrs.href), rel: 'noopener' }, 0],
})
