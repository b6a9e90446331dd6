import type { Page } from '@playwright/test'
import { schema } from '#common/document/schema'
import { type ArticleId, articleId } from '#common/domain/ids'
import { article, figure, p, text } from '#tests/support/documents'
import { newsroomScreens } from '#tests/support/newsroom-screens'
import { type TypingWay, typeVietnamese, typingWays } from '#tests/support/typing-tools'
import { expect, test, type Workstation } from '#tests/support/workstation'

type Json = ReturnType<typeof p>

/** A place in an article where one types, and an article in which `standing` stands there. */
interface Place {
  readonly name: string
  readonly selector: string
  readonly document: (image: string) => Json
}

/** Two faults, so that the proofreader has marked the place before a key is pressed. */
const standing = 'Họp dân bàn việc chung ,đựơc cả thôn đồng tình.'
const headline = 'Bàn thử các bộ gõ tiếng Việt'
/** Every sort of key: a capital, letters with one mark and two, two marked letters in a word, what ends a word, a fault. */
const sentence = ' Đẩy số , hưởng.'
const twice = sentence.repeat(2)
const ways = Object.keys(typingWays) as readonly TypingWay[]
const allWays = twice.repeat(ways.length)
const colleague = 'Góp lời. '
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const around = (type: string, ...content: readonly Json[]): Json => ({ type, content })
const inBody = (name: string, selector: string, block: (image: string) => Json): Place => ({
  name,
  selector,
  document: image => article({ headline }, block(image)),
})

const aParagraph = inBody('paragraph', 'p:not([data-part])', () => p(standing))
const places: readonly Place[] = [
  { name: 'headline', selector: 'h1', document: () => article({ headline: standing }, p('Nội dung.')) },
  {
    name: 'lead',
    selector: '[data-part="lead"]',
    document: () => article({ headline, lead: standing }, p('Nội dung.')),
  },
  aParagraph,
  ...[2, 3, 4].map(level =>
    inBody(`heading ${level}`, `h${level}`, () => ({
      type: 'heading',
      attrs: { level },
      content: [text(standing)],
    })),
  ),
  inBody('list item', 'li p', () => around('bulletList', around('listItem', p(standing)))),
  inBody('quotation', 'blockquote p', () => around('blockquote', p(standing))),
  inBody('table cell', 'td p', () =>
    around('table', around('tableRow', around('tableCell', p(standing)), around('tableCell', p('Ô bên')))),
  ),
  inBody('caption', 'figcaption', image => figure(image, 'Bà con họp ở nhà văn hóa thôn', standing)),
]

/** Every place takes minutes: `npm test` types in those that differ most, `TYPING_TOOLS=all` in all of them. */
const usual = ['headline', 'paragraph', 'table cell']
const isWhole = process.env.TYPING_TOOLS === 'all'
/** A colleague who types at machine speed as well makes the run half as long again. */
const besides = isWhole ? colleague : ''
const chosen = isWhole ? places : places.filter(({ name }) => usual.includes(name))

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

for (const place of chosen) {
  test(`every typing tool writes into a ${place.name}: alone, beside a colleague, as suggestions`, async ({
    page,
    workstation,
  }) => {
    test.slow()
    const id = await prepare(workstation, place)
    const { text, tab, read, saved, toEnd } = await open(page, id, place)
    let mine = ''
    for (const way of ways) {
      mine += await typeTwice(page, way)
      await expect.poll(read, way).toBe(standing + mine)
    }

    const other = await workstation.openWindow()
    const theirs = await open(other, id, place)
    await theirs.toStart()
    let beside = ''
    async function typeTogether(): Promise<void> {
      for (const way of ways) {
        const [typed] = await Promise.all([typeTwice(page, way), other.keyboard.type(besides, { delay: 30 })])
        mine += typed
        beside += besides
        await expect.poll(async () => (await read()).slice(-mine.length), way).toBe(mine)
      }
      for (const window of [read, theirs.read]) await expect.poll(window).toBe(beside + standing + mine)
    }
    await typeTogether()

    await tab(/^Góp ý/).click()
    await page.getByRole('switch', { name: 'Chế độ góp ý' }).click()
    await toEnd()
    await typeTogether()
    const inserted = async () => (await text.locator('ins').allTextContents()).join('')
    await expect.poll(inserted).toBe(allWays)
    await expect(text.locator('del')).toHaveCount(0)

    await expect(saved).toBeVisible()
    await expect(theirs.saved).toBeVisible()
    expect(await kept(workstation, id)).toEqual({
      whole: beside + standing + mine,
      inserted: allWays,
      deleted: '',
    })
  })
}

test('every typing tool writes a comment', async ({ page, workstation }) => {
  const id = await prepare(workstation, aParagraph)
  const { tab } = await open(page, id, aParagraph)
  await tab(/^Góp ý/).click()
  await page.getByRole('button', { name: 'Viết ý kiến' }).click()
  const box = page.getByRole('textbox', { name: 'Viết ý kiến' })
  await expect(box).toBeFocused()
  for (const [index, way] of ways.entries()) {
    await typeTwice(page, way)
    await expect(box, way).toHaveValue(twice.repeat(index + 1))
  }
  await page.keyboard.press('Control+Enter')
  await expect(box).toHaveCount(0)
  const { threads } = await workstation.ask('hanh', 'comments.list', { article: id })
  expect(threads.flatMap(({ comments }) => comments.map(({ text }) => text))).toEqual([allWays.trim()])
})

test('every typing tool writes what is searched for', async ({ page, workstation }) => {
  const id = await prepare(workstation, aParagraph)
  await workstation.ask('hanh', 'drafts.replace', { article: id, document: article({ headline }, p(twice)) })
  const { enterAsWriter, goTo, article: found } = newsroomScreens(page)
  await enterAsWriter.click()
  await goTo('Tin bài').click()
  const box = page.getByRole('searchbox')
  for (const way of ways) {
    await box.fill('')
    await typeTwice(page, way)
    await expect(box, way).toHaveValue(twice)
    await expect(found(headline), way).toBeVisible()
  }
})

/** Answers with what should stand there now. */
async function typeTwice(page: Page, way: TypingWay): Promise<string> {
  return test.step(way, async () => {
    await typeVietnamese(page, way, sentence)
    await typeVietnamese(page, way, sentence)
    return twice
  })
}

async function prepare(workstation: Workstation, { document }: Place): Promise<ArticleId> {
  const picture = await workstation.ask('hanh', 'media.add', { fileName: 'anh.png', base64: dot })
  const created = await workstation.ask('hanh', 'articles.create', {
    kind: 'news',
    document: document(picture.hash),
  })
  return articleId.parse(created.article.id)
}

/** Opens the draft, waits until the proofreader has marked the place, and puts the caret at its end. */
async function open(page: Page, id: ArticleId, { selector }: Place) {
  const screens = newsroomScreens(page)
  await screens.enterAsWriter.click()
  await expect(screens.createArticle).toBeVisible()
  await page.evaluate(path => {
    location.hash = path
  }, `/soan/${id}`)
  const block = screens.text.locator(selector).first()
  await expect(block.locator('.proof-mark').first()).toBeVisible()
  const toStart = async () => {
    await block.click({ position: { x: 3, y: 8 } })
    await page.keyboard.press('Home')
  }
  const toEnd = async () => {
    const box = await block.boundingBox()
    await block.click({ position: { x: (box?.width ?? 0) - 3, y: (box?.height ?? 0) - 8 } })
    await page.keyboard.press('End')
  }
  await toEnd()
  return { ...screens, toStart, toEnd, read: () => block.evaluate(element => element.textContent) }
}

/** The place as main has saved it, and what suggestions add and take away there. */
async function kept(workstation: Workstation, id: ArticleId) {
  const { document } = await workstation.ask('hanh', 'drafts.open', { article: id })
  const found = { whole: '', inserted: '', deleted: '' }
  schema.nodeFromJSON(document).descendants(node => {
    if (node.isTextblock && node.textContent.includes(standing)) found.whole += node.textContent
    for (const name of ['inserted', 'deleted'] as const)
      if (node.marks.some(({ type }) => type.name === name)) found[name] += node.textContent
  })
  return found
}
