import type { LiveArticle } from '../articles/shelf'
import type { LinkView, ListedView, SiteView } from '../pages/views'
import { articlePath, blobPath, categoryPath } from '../paths'
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
    picture: card.picture === null ? null : { src: blobPath(card.picture.hash), alt: card.picture.alt },
  }
}

/** In a block of one category its name would only repeat. */
export function withoutCategory(view: ListedView): ListedView {
  return { ...view, category: null }
}
