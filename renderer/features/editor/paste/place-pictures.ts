import type { Media } from '#common/api/views'
import { isOnDisk } from './pasted-pictures.ts'

/** Pictures of a paste that are stored by now, by their place in it; null where storing failed. */
export type StoredPictures = readonly (Media | null)[]

export interface DroppedPictures {
  /** Named by where they lie on the machine only, as Word does. */
  readonly onDisk: number
  /** Of other sites. */
  readonly elsewhere: number
}

/** Our own figures name a stored picture and need no address; of the rest, stored ones become figures behind their paragraph. */
export function placePictures(fragment: DocumentFragment, stored: StoredPictures): DroppedPictures {
  const dropped = { onDisk: 0, elsewhere: 0 }
  const last = new Map<Element, Element>()
  for (const picture of fragment.querySelectorAll('img')) {
    if (picture.closest('figure[data-image]') === null) {
      const source = picture.getAttribute('data-src') ?? ''
      const media = /^picture:\d+$/.test(source) ? stored[Number(source.slice(8))] : undefined
      const words = picture.getAttribute('alt') ?? ''
      if (media?.mediaType.startsWith('image/') === true) {
        const figure = figureOf(picture.ownerDocument, media, words)
        const block = picture.closest('p, h1, h2, h3, h4, h5, h6')
        if (block === null) outermostInline(picture).after(figure)
        else (last.get(block) ?? block).after(figure)
        if (block !== null) last.set(block, figure)
      } else if (/^\p{Extended_Pictographic}/u.test(words) && words.length <= 16) picture.replaceWith(words)
      else if (isOnDisk(source)) dropped.onDisk += 1
      // What failed was told when it did.
      else if (media === undefined) dropped.elsewhere += 1
    }
    picture.remove()
  }
  return dropped
}

function outermostInline(picture: Element): Element {
  let at = picture
  while (at.parentElement !== null && /^(?:A|SPAN|B|I|EM|STRONG|U|FONT)$/.test(at.parentElement.tagName))
    at = at.parentElement
  return at
}

function figureOf(document: Document, { hash, width, height }: Media, words: string): Element {
  const figure = document.createElement('figure')
  figure.setAttribute('data-image', hash)
  figure.setAttribute('data-alt', isDescription(words) ? words.slice(0, 500) : '')
  if (width !== null) figure.setAttribute('data-width', String(width))
  if (height !== null) figure.setAttribute('data-height', String(height))
  figure.append(document.createElement('figcaption'))
  return figure
}

/** Names of files and what programs guess are no descriptions. */
function isDescription(words: string): boolean {
  return !/\.(?:png|jpe?g|gif|webp|bmp|emf|wmf)$|^(?:image|picture|hình ảnh|ảnh|img|graphic)[\s_-]*\d*$|automatically generated|do AI tạo/i.test(
    words.trim(),
  )
}
