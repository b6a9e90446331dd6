import type { LibraryMedia } from '#common/api/media-operations'

/** A picture of the library as it goes into a text: with the words and the focus point it was last given. */
export function figureOf({ hash, width, height, alt, credit, focus }: LibraryMedia) {
  return { image: hash, width, height, alt, credit, focus }
}
