import type { Node } from 'prosemirror-model'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkDocument } from '#common/document/check'
import { blobsOf } from '#common/document/revision-body'
import { scheduleCells } from '#common/document/schedule-table'
import { countWords, summarize } from '#common/document/summary'
import { toHtml } from '#common/document/to-html'
import { documentText } from '#common/document/to-text'
import { validate } from '#common/document/validators'
import { may, type Permission } from '#common/domain/account'
import { kinds } from '#common/domain/kinds/registry'
import { sniff } from '#main/media/sniff'
import { readSample } from '#main/sample/read-sample'
import type { SampleArticle, SamplePlan, SampleStory } from '#main/sample/sample-plan'
import { nodeFiles } from '#main/store/files/node-files'

/** Mondays, Sundays, a leap day, New Year, the days around a quarter's end: the sample is made on any day. */
const days = ['2026-11-23', '2026-11-29', '2028-02-29', '2027-01-01', '2027-10-09', '2027-10-10']
const plans = new Map<string, SamplePlan>()
let plan: SamplePlan

beforeAll(async () => {
  for (const day of days) {
    plans.set(day, await readSample(nodeFiles(), 'resources/sample', Date.parse(`${day}T02:00:00.000Z`)))
  }
  plan = planOf('2026-11-23')
})

function planOf(day: string): SamplePlan {
  const found = plans.get(day)
  if (found === undefined) throw new Error(day)
  return found
}

/** Each article under its name, so that a failure says which. */
function each(check: (article: SampleArticle) => unknown): Record<string, unknown> {
  return Object.fromEntries(plan.articles.map(article => [article.name, check(article)]))
}

function everyArticle(value: unknown): Record<string, unknown> {
  return each(() => value)
}

describe('the sample as a whole', () => {
  test('has every kind and every stage, at least 26 articles', () => {
    expect(plan.articles.length).toBeGreaterThanOrEqual(26)
    expect(new Set(plan.articles.map(({ texts }) => texts.first.attrs.kind))).toEqual(
      new Set(kinds.map(({ id }) => id)),
    )
    const stages: Record<SampleStory['stage'], true> = {
      draft: true,
      submitted: true,
      returned: true,
      'in-review': true,
      approved: true,
      scheduled: true,
      live: true,
      corrected: true,
      revised: true,
      'taken-down': true,
      expired: true,
      spiked: true,
    }
    expect(new Set(plan.articles.map(({ story }) => story.stage))).toEqual(new Set(Object.keys(stages)))
  })

  test('uses every category, and no other', () => {
    const used = new Set(plan.articles.map(({ texts }) => texts.first.attrs.category))
    expect(used).toEqual(new Set(plan.categories.map(({ id }) => id)))
  })

  test('has two writers, an editor, two reviewers of whom one operates, an operator and an administrator', () => {
    expect(plan.accounts.map(({ roles }) => roles.join('+')).sort()).toEqual([
      'administrator',
      'editor',
      'operator',
      'reviewer',
      'reviewer+operator',
      'writer',
      'writer',
    ])
    expect(new Set(plan.articles.map(({ writer }) => writer))).toEqual(new Set(['hanh', 'dung', 'huong']))
  })

  test('lets people do only what they may, and nobody review their own text', () => {
    const allowed = (signInName: string, permission: Permission) =>
      plan.accounts.some(account => account.signInName === signInName && may(account, permission))
    expect(
      each(
        ({ writer, story }) =>
          allowed(writer, 'article.write') &&
          reviewersOf(story).every(name => name !== writer && allowed(name, 'article.sign')),
      ),
    ).toEqual(everyArticle(true))
  })

  test('shows every picture and file it holds, and pictures look alike only where they are the same', () => {
    const shown = new Set(
      plan.articles.flatMap(({ texts }) => blobsOf(texts.later).map(({ hash }) => String(hash))),
    )
    expect(shown).toEqual(new Set([...plan.media.values()].map(({ hash }) => String(hash))))
    expect(plan.media.size).toBeGreaterThanOrEqual(12 + 3)
  })
})

function reviewersOf(story: SampleStory): readonly string[] {
  return [
    ...('reviewer' in story ? [story.reviewer] : []),
    ...('returned' in story && story.returned !== undefined ? [story.returned.by] : []),
    ...(story.stage === 'returned' ? [story.by] : []),
  ]
}

/** What the stories of these articles are about: one waits for forms, one was sent back, one had no known source. */
const twice = (...checks: readonly string[]) => [true, ...checks, true, ...checks]
const unfinished = {
  '23-huong-dan-nop-ho-so-truc-tuyen': twice('guide-checked'),
  '26-cong-khai-quyet-toan': twice('budget-forms'),
  '29-tin-vat-khong-ro-nguon': twice(
    ...['sourceName', 'sourceUrl', 'originalAuthor', 'originalDate', 'rights'].map(key => `repost-${key}`),
  ),
}

describe('every article', () => {
  test('is a valid document that lacks nothing and that the checks find nothing in, drafts too', () => {
    expect(
      each(({ texts }) =>
        [texts.first, texts.later].flatMap(text => [
          checkDocument(text.toJSON()).ok,
          ...validate(text).map(({ code, params }) => params.check ?? code),
        ]),
      ),
    ).toEqual({ ...everyArticle([true, true]), ...unfinished })
  })

  test('has between 150 and 600 words', () => {
    expect(
      each(({ texts }) => {
        const { words } = summarize(texts.later)
        return words >= 150 && words <= 600 ? 'right' : words
      }),
    ).toEqual(everyArticle('right'))
  })

  test('is composed Unicode without placeholders, dashes of other languages or double blanks', () => {
    expect(
      each(({ texts }) => {
        const text = `${documentText(texts.later)} ${toHtml(texts.later)}`
        return [
          text === text.normalize('NFC'),
          /\{\{|\}\}|—|undefined|NaN| {2}|["']{2}\s/.test(documentText(texts.later)),
        ]
      }),
    ).toEqual(everyArticle([true, false]))
  })

  test('describes its pictures in other words than the caption, and credits them', () => {
    expect(
      each(({ texts }) =>
        figuresOf(texts.later).every(
          ({ attrs, textContent }) =>
            countWords(attrs.alt) >= 8 &&
            countWords(textContent) >= 4 &&
            attrs.alt !== textContent &&
            attrs.credit !== '',
        ),
      ),
    ).toEqual(everyArticle(true))
  })

  test('differs from its earlier text exactly where its story tells of a change', () => {
    expect(
      each(({ story, texts }) => {
        const changes =
          story.stage === 'corrected' ||
          story.stage === 'revised' ||
          ('returned' in story && story.returned !== undefined)
        return texts.first.eq(texts.later) !== changes
      }),
    ).toEqual(everyArticle(true))
  })
})

function figuresOf(document: Node): readonly Node[] {
  const found: Node[] = []
  document.descendants(node => {
    if (node.type.name === 'figure') found.push(node)
  })
  return found
}

/** Rows of the document's tables as texts, heading row first. */
function tablesOf(document: Node): readonly (readonly (readonly string[])[])[] {
  return document.children
    .filter(({ type }) => type.name === 'table')
    .map(table => table.children.map(row => row.children.map(cell => cell.textContent)))
}

describe('repost', () => {
  test('names author, source, address, date and rights', () => {
    const live = plan.articles.filter(
      ({ texts, story }) => texts.first.attrs.kind === 'repost' && story.stage === 'live',
    )
    expect(live).not.toHaveLength(0)
    for (const { texts } of live) {
      const { originalAuthor, sourceName, sourceUrl, originalDate, rights } = texts.first.attrs
      expect([originalAuthor, sourceName, sourceUrl, originalDate, rights]).not.toContain(null)
    }
  })
})

describe.each(days)('made on %s', day => {
  const inVietnam = Date.parse(`${day}T02:00:00.000Z`)

  test('weekdays fit their dates', () => {
    const names = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy']
    let dates = 0
    for (const { name, texts } of planOf(day).articles) {
      const text = documentText(texts.later)
      for (const match of text.matchAll(/(chủ nhật|thứ \p{L}+),(?: ngày)? (\d\d)\/(\d\d)\/(\d{4})/giu)) {
        const [, weekday = '', date = '', month = '', year = ''] = match
        const real = names[new Date(`${year}-${month}-${date}T00:00:00Z`).getUTCDay()]
        expect(`${name}: ${weekday.toLowerCase()} ${date}/${month}`).toBe(
          `${name}: ${real?.toLowerCase()} ${date}/${month}`,
        )
        dates += 1
      }
    }
    expect(dates).toBeGreaterThan(30)
  })

  test('schedules cover their week from Monday to Friday', () => {
    const schedules = planOf(day).articles.filter(
      ({ texts }) => texts.first.attrs.kind === 'leadership-schedule',
    )
    expect(schedules).toHaveLength(2)
    for (const { texts } of schedules) {
      const { periodFrom, periodTo } = texts.first.attrs
      expect(new Date(periodFrom).getUTCDay()).toBe(1)
      expect(Date.parse(periodTo) - Date.parse(periodFrom)).toBe(4 * 86_400_000)
      const table = texts.first.children.find(({ type }) => type.name === 'schedule')
      const rows = table === undefined ? [] : scheduleCells(table).slice(1)
      expect(rows.length).toBeGreaterThanOrEqual(8)
      const times = rows.map(([date = '', time = '']) => {
        const iso = date.slice(-10).split('/').reverse().join('-')
        expect(iso >= periodFrom && iso <= periodTo).toBe(true)
        return `${iso} ${time}`
      })
      expect(times).toEqual([...times].sort())
    }
  })

  test('what is to come lies ahead, what was reported lies behind', () => {
    for (const { name, story, texts } of planOf(day).articles) {
      const { startsAt, hotUntil, expiresAt, documentDate, commemoratedOn } = texts.first.attrs
      if (story.stage === 'scheduled') expect(Date.parse(story.at), name).toBeGreaterThan(inVietnam)
      if (hotUntil !== null) expect(Date.parse(hotUntil), name).toBeGreaterThan(inVietnam)
      if (expiresAt !== null) expect(Date.parse(expiresAt), name).toBeGreaterThan(inVietnam)
      if (documentDate !== null) expect(documentDate <= day, name).toBe(true)
      if (commemoratedOn !== null) expect(commemoratedOn <= day, name).toBe(true)
      const upcoming = /^(Thông báo (tổ chức|lịch)|Chủ tịch UBND xã đối thoại|Giao lưu)/.test(
        texts.first.child(0).textContent,
      )
      if (startsAt !== null) expect(Date.parse(startsAt) > inVietnam, name).toBe(upcoming)
    }
  })

  test('the poll readers see is open', () => {
    const open = planOf(day).articles.find(
      ({ texts, story }) => texts.first.attrs.kind === 'poll' && story.stage === 'live',
    )
    const poll = open?.texts.first.lastChild
    expect(Date.parse(String(poll?.attrs.opensAt))).toBeLessThan(inVietnam)
    expect(Date.parse(String(poll?.attrs.closesAt))).toBeGreaterThan(inVietnam)
  })
})

describe('the budget', () => {
  test('adds up, line by line, in every table', () => {
    const disclosures = plan.articles.filter(({ texts }) => texts.first.attrs.kind === 'budget-disclosure')
    expect(disclosures).toHaveLength(2)
    for (const { name, texts } of disclosures) {
      const tables = tablesOf(texts.first)
      expect(tables, name).toHaveLength(2)
      for (const [, ...rows] of tables) {
        for (const column of [1, 2]) expectSums(rows, column)
        for (const [label, planned = '', real = '', share = ''] of rows) {
          expect(share, label).toBe(((tenths(real) / tenths(planned)) * 100).toFixed(1).replace('.', ','))
        }
      }
      const [revenue, spending] = tables.map(([, total]) => tenths(total?.[2] ?? ''))
      const balance = ((revenue ?? 0) - (spending ?? 0)) / 10
      expect(documentText(texts.first)).toContain(
        `là ${balance.toLocaleString('vi-VN', { minimumFractionDigits: 1 })} triệu đồng`,
      )
    }
  })

  function expectSums(rows: readonly (readonly string[])[], column: number): void {
    let total = 0
    let section = { label: '', stated: 0, sum: 0, parts: 0 }
    const closeSection = () => {
      if (section.parts > 0) expect(section.sum, section.label).toBe(section.stated)
    }
    const [first, ...others] = rows
    for (const row of others) {
      const [label = ''] = row
      const value = tenths(row[column] ?? '')
      if (/^[IVX]+\. /.test(label)) {
        closeSection()
        section = { label, stated: value, sum: 0, parts: 0 }
        total += value
      } else section = { ...section, sum: section.sum + value, parts: section.parts + 1 }
    }
    closeSection()
    expect(total, first?.[0]).toBe(tenths(first?.[column] ?? ''))
  }

  /** `1.250,5` in tenths, so that sums are whole numbers. */
  function tenths(text: string): number {
    return Math.round(Number(text.replaceAll('.', '').replace(',', '.')) * 10)
  }
})

describe('media', () => {
  test('pictures are 1200 × 800 and at most 90 KB', async () => {
    const pictures = [...plan.media.values()].filter(({ mediaType }) => mediaType === 'image/webp')
    expect(pictures.length).toBeGreaterThanOrEqual(12)
    for (const { bytes, fileName } of pictures) {
      const { width, height } = await sharp(bytes).metadata()
      expect([fileName, width, height, bytes.length <= 90_000]).toEqual([fileName, 1_200, 800, true])
    }
  })

  test('files are what their names say', () => {
    for (const { bytes, fileName, mediaType } of plan.media.values()) {
      expect(sniff(bytes, fileName)?.mediaType, fileName).toBe(mediaType)
    }
  })
})
