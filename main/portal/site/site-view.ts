import { centre } from '#common/domain/focus-point'
import type { Card } from '../articles/card'
import type { LiveArticle } from '../articles/shelf'
import type { LinkView, ListedView, SiteView } from '../pages/views'
import { articlePath, categoryPath, type ListWidth, listPicturePath, listWidths } from '../paths'
import type { PortalParts } from '../portal-parts'

export function siteView({ description }: PortalParts): SiteView {
  return {
    name: description.name,
    styleHref: '/style.css',
    categories: description.categories.map(({ id, name }) => ({ href: categoryPath(id), name })),
  }
}

export function categoryLink({ description }: PortalParts, id: string): LinkView | null {
  const category = description.categories.find(known => known.id === id)
  return category === undefined ? null : { href: categoryPath(id), name: category.name }
}

export function listedView(parts: PortalParts, { card }: LiveArticle): ListedView {
  return {
    href: articlePath(card.slug),
    headline: card.headline,
    lead: card.lead,
    publishedAt: card.publishedAt,
    category: categoryLink(parts, card.category)?.name ?? null,
    picture: card.picture === null ? null : listPicture(card.picture),
  }
}

function listPicture({ hash, focus = centre }: NonNullable<Card['picture']>): ListedView['picture'] {
  const path = (width: ListWidth) => listPicturePath(hash, focus, width)
  return { src: path(480), srcset: listWidths.map(width => `${path(width)} ${width}w`).join(', ') }
}

/** In a block of one category its name would only repeat. */
export function withoutCategory(view: ListedView): ListedView {
  return { ...view, category: null }
}
