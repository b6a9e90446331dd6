import { writeSync } from 'node:fs'
import { Transform } from 'prosemirror-transform'
import type { Client, Input, OperationName, Output } from '#common/api/contract'
import { schema } from '#common/document/schema'
import { blobHash } from '#common/domain/ids'
import type { Session } from '#main/core/capability'
import { hostEnvironment } from '#main/hosts/workstation/host-environment'
import { openWorkspace } from '#main/hosts/workstation/open-workspace'
import { nodeFiles } from '#main/store/files/node-files'
import { p, article as text } from '#tests/support/documents'
import { type Failpoint, failpointFiles } from '../failpoints'
import type { Report } from '../newsroom-report'

/*
 * Run with a workspace folder, a failpoint (JSON, or `null`) and the blobs to look for, until it is killed or kills itself:
 * opens the newsroom, tells what it found, then writes, submits, approves, pushes and confirms articles without end, and
 * tells each thing as soon as it was acknowledged.
 */
const [, , directory = '', failpointText = 'null', blobsText = '[]'] = process.argv
const failpoint: Failpoint | null = JSON.parse(failpointText)
const blobs = blobHash.array().parse(JSON.parse(blobsText))

// Synchronously: what was told before a kill has been told.
const tell = (report: Report): void => void writeSync(1, `${JSON.stringify(report)}\n`)

const passed = new Map<string, number>()
const files = failpointFiles(nodeFiles(), (name, when) => {
  const key = `${name} ${when}`
  const nth = (passed.get(key) ?? 0) + 1
  passed.set(key, nth)
  if (nth === 1 && when === 'before') tell({ kind: 'place', name })
  if (failpoint?.place === name && failpoint.when === when && failpoint.nth === nth)
    process.kill(process.pid, 'SIGKILL')
})

const started = process.cpuUsage()
const opened = await openWorkspace({
  directory,
  files,
  environment: hostEnvironment,
  host: 'command-line',
  demo: true,
})
if (opened.kind === 'busy') throw new Error('busy')
const { newsroom } = opened.workspace
const { store } = newsroom
const { user, system } = process.cpuUsage(started)

const sessions = new Map<string, Session>()
async function ask<Name extends OperationName>(
  as: string,
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  let session = sessions.get(as)
  if (session === undefined) {
    session = { account: null }
    await newsroom.ask('session.signIn', { signInName: as }, session)
    sessions.set(as, session)
  }
  const answer = await (newsroom.ask(name, input, session) as ReturnType<Client['ask']>)
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.problem)}`)
  return answer.value as Output<Name>
}

/** What stands in the workspace, read the way people would read it. */
async function lookAround(): Promise<void> {
  const articles = [...store.all('articles').values()]
  const described = []
  const brokenSeals: string[] = []
  for (const { id, stage, revision, approval } of articles) {
    const log = await store.drafts.open(id)
    described.push({ id, stage, revision, draft: log.version })
    await log.close()
    if (approval === null) continue
    const seal = await ask('hoa', 'review.verifySeal', { article: id })
    if (!seal.valid) brokenSeals.push(id)
  }
  const missingBlobs: string[] = []
  for (const hash of blobs)
    await store.blobs.read(hash).catch(() => {
      missingBlobs.push(hash)
    })
  const verified = await store.verify()
  tell({
    kind: 'opened',
    cpuMs: (user + system) / 1_000,
    health: JSON.stringify(store.health),
    whole: verified.ok,
    firstBad: JSON.stringify(verified.firstBad),
    articles: described,
    jobs: [...store.all('jobs').values()].map(({ article, state, sequence }) => ({
      article,
      state,
      sequence,
    })),
    missingBlobs,
    brokenSeals,
  })
}

async function writeOne(number: number): Promise<void> {
  const document = text(
    { headline: `Tin ${number}`, lead: 'Sapo của tin.', attrs: { category: 'thong-bao' } },
    p('Nội dung của tin.'),
  )
  const { article } = await ask('lan', 'articles.create', { kind: 'news', document })
  const on = { article: article.id }
  let { document: json, version } = await ask('lan', 'drafts.open', on)
  for (let typed = 0; typed < 4; typed++) {
    const change = new Transform(schema.nodeFromJSON(json)).insert(1, schema.text('x'))
    const steps = change.steps.map(step => step.toJSON())
    await ask('lan', 'drafts.push', { ...on, version, client: 'cửa sổ', steps })
    json = change.doc.toJSON()
    version += 1
    if (typed % 2 === 0) continue
    const saved = await ask('lan', 'drafts.flush', on)
    tell({ kind: 'saved', article: article.id, version: saved.version })
  }
  const file = Buffer.from(`%PDF-1.4\n% ${article.id}\n%%EOF\n`)
  const { hash } = await ask('lan', 'media.add', { fileName: 'a.pdf', base64: file.toString('base64') })
  tell({ kind: 'blob', hash })

  const { revision } = (await ask('lan', 'articles.submit', on)).article
  if (revision === null) throw new Error('submitted without a revision')
  tell({ kind: 'submitted', article: article.id, revision })
  await ask('hoa', 'review.approve', { ...on, revision })
  tell({ kind: 'approved', article: article.id, revision })
  await ask('nam', 'publishing.push', { articles: [article.id] })
  tell({ kind: 'pushed', article: article.id })
  await ask('nam', 'publishing.drain', { timeoutMs: 5_000 })
  for (const job of store.all('jobs').values())
    if (job.article === article.id && job.state === 'done') tell({ kind: 'confirmed', article: article.id })
}

await store.loaded
await lookAround()
for (let number = 1; ; number++) {
  await writeOne(number)
  if (number % 2 === 1) continue
  await store.checkpoint()
  tell({ kind: 'checkpoint' })
}
