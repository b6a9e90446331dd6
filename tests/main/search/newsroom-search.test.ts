import { cpSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { newDocument } from '#common/document/new-document'
import { findKind } from '#common/domain/kinds/registry'
import { hostEnvironment } from '#main/hosts/workstation/host-environment'
import { openWorkspace } from '#main/hosts/workstation/open-workspace'
import { nodeFiles } from '#main/store/files/node-files'
import { aNewsroom, clientOf, type TestNewsroom } from '#tests/support/newsroom'
import { temporaryFolder } from '#tests/support/temporary-workspace'

type Room = TestNewsroom

async function room(): Promise<Room> {
  const opened = await aNewsroom()
  onTestFinished(() => opened.close())
  return opened
}

/** The JSON of a news item with these texts. */
function newsWith(headline: string, paragraphs: readonly string[], lead = ''): Record<string, unknown> {
  const kind = findKind('news')
  if (kind === undefined) throw new Error('no news')
  const line = (type: string, text: string) =>
    text === '' ? { type } : { type, content: [{ type: 'text', text }] }
  const body = paragraphs.length === 0 ? [''] : paragraphs
  return {
    ...newDocument(kind).toJSON(),
    content: [line('headline', headline), line('lead', lead), ...body.map(text => line('paragraph', text))],
  }
}

async function write(newsroom: Room, headline: string, ...paragraphs: readonly string[]): Promise<string> {
  const document = newsWith(headline, paragraphs)
  const { article } = await newsroom.ask('lan', 'articles.create', { kind: 'news', document })
  return article.id
}

const found = async (newsroom: Room, text: string, filter: object = {}) =>
  (await newsroom.ask('nam', 'articles.search', { text, ...filter })).hits.map(({ row }) => row.headline)

describe('searching the newsroom', () => {
  it('finds what was just written, by words of its body, and shows where', async () => {
    const newsroom = await room()
    await write(newsroom, 'Họp dân', 'Sáng nay, bà con thôn Cẩm Yên góp ý về đường làng.')
    await write(newsroom, 'Cam kết an toàn', 'Người dân yên tâm.')
    const { hits, total, progress } = await newsroom.ask('lan', 'articles.search', { text: 'cam yen' })
    expect({ total, progress }).toEqual({ total: 2, progress: null })
    expect(hits.map(({ row }) => row.headline)).toEqual(['Họp dân', 'Cam kết an toàn'])
    const [best] = hits
    expect(best?.excerpt).toEqual({
      part: 'body',
      pieces: [
        { text: 'Sáng nay, bà con thôn ', hit: false },
        { text: 'Cẩm Yên', hit: true },
        { text: ' góp ý về đường làng.', hit: false },
      ],
    })
  })

  it('follows every change of a text, however small', async () => {
    const newsroom = await room()
    const article = await write(newsroom, 'Tin', 'Nước sạch về thôn')
    expect(await found(newsroom, 'nước sạch')).toEqual(['Tin'])
    const document = newsWith('Tin', ['Điện sáng về thôn'])
    await newsroom.ask('lan', 'drafts.replace', { article, document })
    expect(await found(newsroom, 'nước sạch')).toEqual([])
    expect(await found(newsroom, 'dien sang')).toEqual(['Tin'])
  })

  it('narrows to stage, kind, person, day and category, and turns pages', async () => {
    const newsroom = await room()
    for (let number = 1; number <= 5; number++) await write(newsroom, `Tin ${number}`, 'cùng một lời')
    const lan = (await newsroom.ask('tri', 'accounts.list', {})).accounts.find(
      one => one.signInName === 'lan',
    )
    if (lan === undefined) throw new Error('no lan')
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
    expect(
      await found(newsroom, 'cùng một', { stages: ['draft'], kinds: ['news'], person: lan.id }),
    ).toHaveLength(5)
    expect(await found(newsroom, 'cùng một', { from: today, to: today })).toHaveLength(5)
    expect(await found(newsroom, 'cùng một', { to: '2020-01-01' })).toEqual([])
    expect(await found(newsroom, 'cùng một', { stages: ['approved'] })).toEqual([])
    expect(await found(newsroom, 'cùng một', { category: 'khong-co' })).toEqual([])
    expect(await found(newsroom, 'cùng một', { offset: 2, limit: 2 })).toEqual(['Tin 3', 'Tin 2'])
  })

  it('knows after a restart what was typed last, however the program ended', async () => {
    const newsroom = await room()
    const article = await write(newsroom, 'Tin', 'Nước sạch về thôn')
    expect(await found(newsroom, 'nước')).toEqual(['Tin'])
    await newsroom.reopen()
    expect(readdirSync(join(newsroom.directory, 'search'))).toContain('settled')
    expect(await found(newsroom, 'nước')).toEqual(['Tin'])
    expect(readdirSync(join(newsroom.directory, 'search'))).not.toContain('settled')
    // As many words as before: the card does not change, only the draft does.
    const document = newsWith('Tin', ['Điện sáng về thôn'])
    await newsroom.ask('lan', 'drafts.replace', { article, document })
    await newsroom.reopen()
    expect(await found(newsroom, 'điện')).toEqual(['Tin'])
    expect(await found(newsroom, 'nước')).toEqual([])
  })

  it('knows after a kill what was saved before it, though nothing was written in time', async () => {
    const newsroom = await room()
    const article = await write(newsroom, 'Tin', 'Nước sạch về thôn')
    await newsroom.reopen()
    expect(await found(newsroom, 'nước')).toEqual(['Tin'])
    const document = newsWith('Tin', ['Điện sáng về thôn'])
    await newsroom.ask('lan', 'drafts.replace', { article, document })
    // What the disk holds at this moment is what a killed program leaves.
    const left = await temporaryFolder()
    cpSync(newsroom.directory, left, { recursive: true })
    const opened = await openWorkspace({
      directory: left,
      files: nodeFiles(),
      environment: hostEnvironment,
      host: 'command-line',
      demo: true,
    })
    if (opened.kind === 'busy') throw new Error('busy')
    const session = { account: null }
    await opened.workspace.newsroom.ask('session.signIn', { signInName: 'lan' }, session)
    const client = clientOf(opened.workspace.newsroom, session)
    expect(await client.ask('articles.search', { text: 'điện' })).toMatchObject({ value: { total: 1 } })
    expect(await client.ask('articles.search', { text: 'nước' })).toMatchObject({ value: { total: 0 } })
    await opened.workspace.close()
  })

  it('makes a damaged index anew without a word', async () => {
    const newsroom = await room()
    await write(newsroom, 'Tin', 'Nước sạch về thôn')
    expect(await found(newsroom, 'nước')).toEqual(['Tin'])
    const folder = join(newsroom.directory, 'search')
    for (const damage of ['segment', 'index.json', 'settled'])
      for (const bytes of ['', 'x'.repeat(500)]) {
        await newsroom.reopen()
        for (const name of readdirSync(folder).filter(candidate => candidate.endsWith(damage)))
          writeFileSync(join(folder, name), bytes)
        expect(await found(newsroom, 'nước'), damage).toEqual(['Tin'])
      }
  })

  it('is refused to nobody who may read, and to all others', async () => {
    const newsroom = await room()
    const stranger = await newsroom.newsroom.ask('articles.search', { text: 'tin' }, { account: null })
    expect(stranger).toMatchObject({ problem: { code: 'not-signed-in' } })
  })
})
