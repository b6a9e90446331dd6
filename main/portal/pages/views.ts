/** What every page shows around its content. */
export interface SiteView {
  readonly name: string
  /** Address of the stylesheet; its fonts lie in `fonts/` beside it. */
  readonly styleHref: string
  readonly categories: readonly LinkView[]
}

export interface LinkView {
  readonly href: string
  readonly name: string
}

/** An article in a list or block. Instants are UTC ISO. */
export interface ListedView {
  readonly href: string
  readonly headline: string
  readonly lead: string
  readonly publishedAt: string
  readonly category: string | null
  /** Of one shape, in several widths. */
  readonly picture: { readonly src: string; readonly srcset: string } | null
}

export interface HomeView {
  readonly site: SiteView
  /** Only what is hot now. */
  readonly hot: readonly ListedView[]
  readonly latest: readonly ListedView[]
  /** Blocks by category; none is empty. */
  readonly sections: readonly (LinkView & { readonly articles: readonly ListedView[] })[]
  /** Polls open now. */
  readonly polls: readonly OpenPollView[]
}

export interface OpenPollView {
  readonly href: string
  readonly question: string
  readonly closesAt: string | null
  readonly choices: readonly { readonly choice: string; readonly text: string }[]
}

export interface CategoryView {
  readonly site: SiteView
  readonly category: LinkView
  readonly articles: readonly ListedView[]
  readonly page: number
  readonly newer: string | null
  readonly older: string | null
}

/**
 * The page of one article. `articleHtml` is the approved fragment and appears byte for byte between `articleMarkers`.
 * A preview passes no neighbours, no notices and no poll, and looks the same.
 */
export interface ArticleView {
  readonly site: SiteView
  readonly articleHtml: string
  readonly headline: string
  readonly lead: string
  readonly category: LinkView | null
  /** Null before the first publication. */
  readonly publishedAt: string | null
  /** Address of this page for search engines: the original's for a repost. */
  readonly canonical: string | null
  readonly notices: readonly { readonly number: number; readonly text: string; readonly at: string }[]
  readonly poll: PollView | null
  readonly sameCategory: readonly ListedView[]
  readonly others: readonly ListedView[]
}

/** Results under an article with a poll; its form is hidden unless votes are taken from this reader. */
export interface PollView {
  readonly state: 'not-yet' | 'open' | 'closed'
  readonly voted: boolean
  readonly question: string
  readonly opensAt: string | null
  readonly closesAt: string | null
  readonly results: readonly { readonly text: string; readonly votes: number }[]
}
