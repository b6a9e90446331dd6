import type { ArticleId } from '#common/domain/ids'
import { createWordpressConnector } from '#main/connectors/wordpress/connector'
import type { ConnectorFor } from '#main/publishing/publishing-parts'
import { isRight } from '#main/publishing/read-back'
import { type ManualClock, manualClock } from '../manual-clock'
import { openPublishingDesk, type PublishingDesk, value } from '../publishing-desk'
import type { Wordpress } from './start-wordpress'

/** The program's own settle time: how long a lost request may still take effect on a WordPress. */
export const settleMs = 120_000

export function wordpressConnectors(clock: ManualClock): ConnectorFor {
  return ({ url, categoryMap, conditionalWrites }, token) =>
    createWordpressConnector({
      url,
      token,
      categoryOf: ours => categoryMap?.[ours] ?? null,
      conditionalWrites: conditionalWrites ?? false,
      now: clock.environment.now,
      limits: { connectTimeoutMs: 5_000, deadlineMs: 20_000 },
      settleMs,
    })
}

/** A publishing desk connected to a WordPress, our one category mapped to one of its own; `conditionalWrites` as its test would find. */
export async function openWordpressDesk(
  wordpress: Wordpress,
  conditionalWrites = false,
): Promise<PublishingDesk> {
  const clock = manualClock()
  const desk = await openPublishingDesk({ clock, connectorFor: wordpressConnectors(clock) })
  const { handlers } = desk.publishing
  const connect = { url: wordpress.url, name: 'WordPress của xã', publishToken: wordpress.editor }
  const portal = value(await handlers['portals.connect'](connect, desk.operator))
  const stored = desk.store.get('portals', portal.id)
  if (stored === undefined) throw new Error('portal not stored')
  const put = {
    ...stored,
    kind: 'wordpress' as const,
    conditionalWrites,
    categoryMap: { 'tin-tuc-su-kien': await categoryOf(wordpress) },
  }
  const at = new Date(clock.environment.now()).toISOString()
  await desk.store.commit({
    event: { type: 'test.map', at, actor: null, subject: null, details: {} },
    changes: [{ collection: 'portals', put }],
  })
  return desk
}

/** Id of the category of its own that ours is mapped to. */
export async function categoryOf(wordpress: Wordpress): Promise<string> {
  const [row] = await wordpress.sql("SELECT term_id FROM wp_terms WHERE slug = 'tin-tuc'")
  return row?.[0] ?? ''
}

/** Id, status and slug of every post that bears an article's mark, in whatever state. */
export function postsOf(wordpress: Wordpress, article: ArticleId): Promise<string[][]> {
  return wordpress.sql(
    `SELECT ID, post_status, post_name FROM wp_posts WHERE post_type = 'post' AND post_content LIKE '%toa-soan:${article}%'`,
  )
}

/** What the newsroom believes readers see. */
export function seen(desk: PublishingDesk, article: ArticleId) {
  const publication = desk.publication(article)
  return { state: publication?.state, right: publication?.readBack != null && isRight(publication.readBack) }
}

/** Everything WordPress's display filters would change. */
export const typographic =
  'Ông nói: "Được \'ngay\'" -- rồi... (c) 3x4 :) [gallery] Wordpress 5 > 3 & <b>, - và http://xa.vn/a?b=1&c=2'
