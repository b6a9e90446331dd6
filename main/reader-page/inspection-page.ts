/**
 * The script of an inspection pack's page: checks what the page carries, shows it, and checks the files beside it when
 * somebody drops the pack here. It runs from the disk in any browser, without a network.
 */
import type { PackArticle, PackFacts, PackManifest } from '#common/domain/inspection-pack'
import { fold } from '#common/vietnamese/fold'
import { droppedFiles, unpacked } from './dropped-pack'
import { articleView } from './inspection-article'
import { type Language, sayIn } from './inspection-words'
import { element, localTime, text } from './page-elements'
import { fingerprint } from './verify-jws'
import { type PackVerdict, verifyData, verifyFiles } from './verify-pack'

interface State {
  language: Language
  chosen: string | null
  search: string
  /** Of the files beside the page; null until somebody dropped them. */
  files:
    | { readonly verdict: PackVerdict; readonly count: number; readonly same: boolean }
    | 'checking'
    | 'unreadable'
    | null
}

const place = document.getElementById('toa-soan-page')
const data = {
  manifest: document.getElementById('toa-soan-manifest')?.textContent ?? '',
  facts: document.getElementById('toa-soan-facts')?.textContent ?? '',
}
const verdict = verifyData(data)
const state: State = { language: 'vi', chosen: null, search: '', files: null }
const haystacks = new Map<string, string>()
if (place !== null) {
  takeDrops()
  show(place)
}

function show(main: HTMLElement): void {
  const say = sayIn(state.language)
  document.documentElement.lang = state.language
  const { manifest, facts } = verdict
  const parts: HTMLElement[] = [heading(main, manifest), banner(), dropZone(main)]
  // What does not hold is not shown as if it did: only its name is.
  if (verdict.fault === null && facts !== null) parts.push(browser(facts))
  parts.push(text('p', 'meta limits', say('limits')))
  main.replaceChildren(...parts)
}

function heading(main: HTMLElement, manifest: PackManifest | null): HTMLElement {
  const say = sayIn(state.language)
  const header = element('header', 'top')
  const tools = element('p', 'tools')
  tools.append(
    button(say('language'), () => {
      state.language = state.language === 'vi' ? 'en' : 'vi'
      show(main)
    }),
    button(say('print'), () => window.print()),
  )
  header.append(tools, text('h1', '', say('title')))
  if (manifest === null || verdict.fault !== null) return header
  const { organisation, madeAt, madeBy, period, machine } = manifest
  header.append(
    text('p', 'organisation', organisation),
    text('p', 'meta', say('madeBy', { at: localTime(madeAt), by: madeBy })),
  )
  if (period !== null)
    header.append(
      text('p', 'meta', say('period', { from: localTime(period.from), to: localTime(period.to) })),
    )
  const { name, kid } = machine
  header.append(
    text('p', 'meta', say('machine', { name, kid, fingerprint: fingerprint(machine.publicJwk.x) })),
  )
  return header
}

function banner(): HTMLElement {
  const say = sayIn(state.language)
  const box = element('div', 'box banner')
  box.setAttribute('role', 'status')
  const { files } = state
  const fault = verdict.fault ?? (files !== null && typeof files === 'object' ? files.verdict.fault : null)
  if (fault !== null)
    box.append(
      text('strong', 'bad', `✗ ${say('broken')}`),
      text('p', '', say('brokenText', { what: fault[state.language] })),
    )
  else if (files === 'checking') box.append(text('strong', '', say('checking')))
  else if (files === 'unreadable') box.append(text('strong', 'bad', `✗ ${say('unreadable')}`))
  else if (files !== null && !files.same) box.append(text('strong', 'bad', `✗ ${say('otherPack')}`))
  else if (files !== null)
    box.append(
      text('strong', 'good', `✓ ${say('allWhole', { count: files.count })}`),
      text('p', '', say('allWholeText')),
    )
  else box.append(text('strong', 'good', `✓ ${say('whole')}`), text('p', '', say('wholeText')))
  return box
}

function dropZone(main: HTMLElement): HTMLElement {
  const say = sayIn(state.language)
  const zone = element('p', 'drop')
  const label = element('label', 'choose')
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = '.zip,application/zip'
  input.className = 'hidden-input'
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    if (file !== undefined) void check(main, unpacked(file))
  })
  label.append(input, text('span', '', say('choose')))
  zone.append(`${say('drop')} `, label)
  return zone
}

function takeDrops(): void {
  document.addEventListener('dragover', event => event.preventDefault())
  document.addEventListener('drop', event => {
    event.preventDefault()
    if (place !== null && event.dataTransfer !== null) void check(place, droppedFiles(event.dataTransfer))
  })
}

async function check(main: HTMLElement, reading: Promise<ReadonlyMap<string, Uint8Array>>): Promise<void> {
  state.files = 'checking'
  show(main)
  try {
    const files = await reading
    const found = verifyFiles(files)
    const same = found.manifest === null || found.manifest.id === verdict.manifest?.id
    state.files = { verdict: found, count: files.size, same }
  } catch {
    state.files = 'unreadable'
  }
  show(main)
}

function browser(facts: PackFacts): HTMLElement {
  const say = sayIn(state.language)
  const layout = element('div', 'layout')
  const side = element('nav', 'side')
  side.setAttribute('aria-label', say('articles', { count: facts.articles.length }))
  const field = document.createElement('input')
  field.type = 'search'
  field.value = state.search
  field.placeholder = say('search')
  field.setAttribute('aria-label', say('search'))
  const list = element('ul', 'list')
  const content = element('div', 'content')
  const chosen = () => facts.articles.find(({ id }) => id === state.chosen) ?? facts.articles[0]
  const fill = () => {
    const wanted = fold(state.search).split(/\s+/).filter(Boolean)
    const found = facts.articles.filter(article =>
      wanted.every(word => haystack(article, facts).includes(word)),
    )
    list.replaceChildren(...found.map(article => entry(article)))
    if (found.length === 0) list.append(text('li', 'meta', say('none')))
  }
  const entry = (article: PackArticle) => {
    const item = element('li')
    const link = button(article.headline, () => {
      state.chosen = article.id
      fill()
      open()
    })
    if (article.id === chosen()?.id) link.setAttribute('aria-current', 'true')
    item.append(link)
    return item
  }
  const open = () => {
    const article = chosen()
    content.replaceChildren(...(article === undefined ? [] : [articleView({ article, facts, say })]))
  }
  field.addEventListener('input', () => {
    state.search = field.value
    fill()
  })
  side.append(text('p', 'meta', say('articles', { count: facts.articles.length })), field, list)
  layout.append(side, content)
  fill()
  open()
  window.onbeforeprint = () => {
    for (const details of content.querySelectorAll('details')) details.open = true
  }
  return layout
}

/** Headline, people and the words of the newest version, folded once. */
function haystack(article: PackArticle, facts: PackFacts): string {
  const known = haystacks.get(article.id)
  if (known !== undefined) return known
  const names = [...article.authors, ...article.approvals.map(({ by }) => by)].map(
    id => facts.people[id] ?? '',
  )
  const words = (article.revisions.at(-1)?.page ?? '').replace(/<[^>]*>/g, ' ')
  const made = fold(`${article.headline} ${names.join(' ')} ${words}`)
  haystacks.set(article.id, made)
  return made
}

function button(label: string, onClick: () => void): HTMLElement {
  const made = text('button', '', label)
  made.setAttribute('type', 'button')
  made.addEventListener('click', onClick)
  return made
}
