import type {
  PackApproval,
  PackArticle,
  PackFacts,
  PackPush,
  PackRevision,
  PackUrgent,
} from '#common/domain/inspection-pack'
import { type Say, sayName } from './inspection-words'
import { element, localTime, text } from './page-elements'
import { type Sealed, sealedBy, urgentBy } from './verify-approval'

type Part = NonNullable<PackPush['readBack']>['parts'][number]['part']

interface Shown {
  readonly article: PackArticle
  readonly facts: PackFacts
  readonly say: Say
}

/** One article of a pack: who approved what, every version as readers got it, what portals received and showed. */
export function articleView(shown: Shown): HTMLElement {
  const { article, say } = shown
  const view = element('article', 'article')
  const names = article.authors.map(id => nameOf(shown, id)).join(', ')
  view.append(text('h2', '', article.headline), text('p', 'meta', `${say('authors')}: ${names}`))
  view.append(text('h3', '', say('approvals')))
  if (article.urgent !== null) view.append(urgentView(shown, article.urgent))
  if (article.approvals.length === 0) view.append(text('p', 'meta', say('noApprovals')))
  for (const approval of article.approvals) view.append(approvalView(shown, approval))
  view.append(text('h3', '', say('versions')))
  for (const revision of [...article.revisions].reverse()) view.append(revisionView(shown, revision))
  view.append(text('h3', '', say('pushes')))
  if (article.pushes.length === 0) view.append(text('p', 'meta', say('noPushes')))
  for (const push of article.pushes) view.append(pushView(shown, push))
  if (article.threads.length > 0) view.append(threadsView(shown))
  view.append(journalView(shown))
  return view
}

function approvalView(shown: Shown, approval: PackApproval): HTMLElement {
  const { article, facts, say } = shown
  const sealed = sealedBy(article, approval, facts)
  const box = element('div', 'box')
  const { number, by, at } = approval
  const chain = sealed?.payload.chain
  const values = { who: nameOf(shown, by), number, at: localTime(at) }
  const isLast = chain === undefined || chain.level === chain.of
  box.append(
    text('p', '', isLast ? say('approved', values) : say('signedLevel', { ...values, ...levelOf(chain) })),
    text('p', sealed === null ? 'bad' : 'good', say(sealed === null ? 'unsound' : 'sound')),
  )
  if (approval.byFile) box.append(text('p', 'meta', say('byFile')))
  if (sealed !== null) {
    const demo = sealed.key.demo ? say('demo') : ''
    box.append(
      text('p', 'meta', say('policy', { policy: policyOf(say, sealed.payload), kid: sealed.key.kid, demo })),
    )
  }
  return box
}

/** The rule a seal names, in words. */
function policyOf(say: Say, { policy, chain }: Sealed): string {
  return chain === undefined ? sayName(say, policy) : say('levelOf', levelOf(chain))
}

function levelOf({ level, of, name }: NonNullable<Sealed['chain']>) {
  return { level, of, name }
}

function urgentView(shown: Shown, urgent: PackUrgent): HTMLElement {
  const { article, facts, say } = shown
  const key = urgentBy(article, urgent, facts)
  const { number, by, at, reason, until } = urgent
  const box = element('div', 'box')
  box.append(
    text('p', '', say('urgent', { who: nameOf(shown, by), number, at: localTime(at) })),
    text('blockquote', '', reason),
    text('p', key === null ? 'bad' : 'good', say(key === null ? 'unsound' : 'sound')),
    text('p', 'meta', say('urgentUntil', { until: localTime(until) })),
  )
  return box
}

function revisionView(
  shown: Shown,
  { number, by, at, page, changes, hash, html }: PackRevision,
): HTMLElement {
  const { say, facts } = shown
  const box = element('div', 'box')
  box.append(text('p', '', say('version', { number, by: nameOf(shown, by), at: localTime(at) })))
  if (page === null) box.append(text('p', 'bad', say('unread')))
  else box.append(folded(say('page'), markup('page', page, facts)))
  if (changes !== null) box.append(folded(say('changes'), markup('changes', changes, facts)))
  box.append(
    folded(
      say('hashes'),
      text('code', 'hash', `phien-ban-${number}.json ${hash}`),
      text('code', 'hash', `phien-ban-${number}.html ${html}`),
    ),
  )
  return box
}

function pushView(shown: Shown, push: PackPush): HTMLElement {
  const { say } = shown
  const { portal, sequence, state, finishedAt, queuedBy, readBack } = push
  const box = element('div', 'box')
  box.append(text('p', '', say('push', { decision: sayName(say, push.decision), portal, sequence })))
  box.append(
    text(
      'p',
      'meta',
      state === 'done' && finishedAt !== null
        ? say('receipt', { at: localTime(finishedAt), by: nameOf(shown, queuedBy) })
        : say('notDone', { state: sayName(say, state) }),
    ),
  )
  if (readBack !== null) {
    const isRight = readBack.parts.every(({ verdict }) => verdict === 'right')
    const parts = readBack.parts
      .map(({ part, label, verdict }) => `${nameOfPart(say, part, label)}: ${say(verdict)}`)
      .join('; ')
    box.append(text('p', isRight ? 'good' : 'bad', say('readBack', { at: localTime(readBack.at), parts })))
    box.append(text('p', 'meta', readBack.url))
  }
  box.append(folded(say('hashes'), text('code', 'hash', `${push.key} ${push.payload}`)))
  return box
}

function threadsView(shown: Shown): HTMLElement {
  const { article, say } = shown
  const list = element('section')
  list.append(text('h3', '', say('comments')))
  for (const { quote, comments, resolved } of article.threads) {
    const box = element('div', 'box')
    if (quote !== '') box.append(text('blockquote', '', quote))
    for (const { by, at, text: words } of comments)
      box.append(text('p', 'meta', `${nameOf(shown, by)}, ${localTime(at)}`), text('p', '', words))
    if (resolved !== null)
      box.append(
        text('p', 'good', say('resolved', { who: nameOf(shown, resolved.by), at: localTime(resolved.at) })),
      )
    list.append(box)
  }
  return list
}

function journalView(shown: Shown): HTMLElement {
  const { article, say } = shown
  const table = element('table', 'journal')
  for (const { sequence, at, type, actor, machine, details, hash } of article.entries) {
    const row = element('tr')
    const reason = sayName(say, String(details.reason ?? ''))
    const note = [reason, details.note, details.notice].filter(Boolean).join(' · ')
    const who = [nameOf(shown, actor), machine].filter(Boolean).join(' · ')
    row.append(
      text('td', 'meta', `#${sequence}`),
      text('td', 'meta', localTime(at)),
      text('td', '', who),
      text('td', '', note === '' ? sayName(say, type) : `${sayName(say, type)}: ${note}`),
      text('td', 'hash', hash.slice(0, 16)),
    )
    table.append(row)
  }
  const wrapped = element('div', 'table')
  wrapped.append(table)
  return folded(say('journal'), text('p', 'meta', say('journalText')), wrapped)
}

function nameOfPart(say: Say, part: Part, label: string): string {
  const name = say(part === 'picture' ? 'image' : part)
  return label === '' ? name : `${name} “${label}”`
}

function folded(label: string, ...content: readonly HTMLElement[]): HTMLElement {
  const details = element('details')
  details.append(text('summary', '', label), ...content)
  return details
}

/** Our own writer's HTML, its hash checked before; pictures lie beside the page. */
function markup(className: string, html: string, facts: PackFacts): HTMLElement {
  const place = element('div', className)
  place.innerHTML = html.replace(/"\/blob\/([0-9a-f]{64})"/g, (_whole, hash: string) => {
    const path = facts.blobs.find(blob => blob.hash === hash)?.path ?? null
    return path === null ? '"#"' : `"${path}"`
  })
  return place
}

function nameOf({ facts, say }: Shown, id: string | null): string {
  return id === null ? say('program') : (facts.people[id] ?? id)
}
