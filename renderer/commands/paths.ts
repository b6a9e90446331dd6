import type { ArticleRow } from '#common/api/views'
import type { Role } from '#common/domain/account'
import type { Counter } from './counters.ts'
import { slugOfCounter } from './counters.ts'

/** Every address of the workstation (hash routes). */
export const paths = {
  desk: '/ban-viec',
  deskCounter: (counter: Counter) => `/ban-viec/${slugOfCounter[counter]}`,
  articles: '/tin-bai',
  edit: (article: string) => `/soan/${article}`,
  import: '/nhap',
  media: '/kho-anh',
  reviewQueue: '/duyet',
  review: (article: string) => `/duyet/${article}`,
  approvalFiles: '/duyet/tep',
  approvalFile: (exchange: string) => `/duyet/tep/${exchange}`,
  publishing: '/xuat-ban',
  drift: (portal: string, article: string) => `/xuat-ban/doi-chieu/${portal}/${article}`,
  records: '/so-sach',
  inspection: (articles: readonly string[]) =>
    articles.length === 0 ? '/so-sach/ho-so' : `/so-sach/ho-so?bai=${articles.join(',')}`,
  settings: '/cai-dat',
  portalSettings: '/cai-dat/cong',
  accountSettings: '/cai-dat/tai-khoan',
  storeSettings: '/cai-dat/kho',
  namesSettings: '/cai-dat/ten-rieng',
  machineSettings: '/cai-dat/may',
} as const

/** Where the work of somebody with these roles begins. */
export function homeOf(roles: readonly Role[]): string {
  if (roles.includes('writer') || roles.includes('editor')) return paths.desk
  if (roles.includes('reviewer')) return paths.reviewQueue
  if (roles.includes('operator')) return paths.publishing
  return paths.desk
}

/** The screen on which this person can do something with the article. */
export function pathOfArticle(row: Pick<ArticleRow, 'id' | 'stage' | 'own'>, mayReview: boolean): string {
  const underReview = row.stage === 'submitted' || row.stage === 'in-review'
  return underReview && mayReview && !row.own ? paths.review(row.id) : paths.edit(row.id)
}
