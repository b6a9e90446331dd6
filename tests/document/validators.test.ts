import { describe, expect, it } from 'vitest'
import { validate } from '#common/document/validators'
import { article, figure, p, parse, text } from '#tests/support/documents'

const codes = (json: Parameters<typeof parse>[0], level?: 'must' | 'should') =>
  validate(parse(json))
    .filter(finding => level === undefined || finding.level === level)
    .map(finding => finding.code)

const good = { headline: 'Ra quân làm đường liên thôn', lead: 'Sáng nay, ba thôn cùng làm.' }

describe('checks before submission', () => {
  it('find nothing in a complete article', () => {
    expect(codes(article(good, p('Nội dung.'), figure('a'.repeat(64), 'Mô tả')))).toEqual([])
  })

  it('stop an empty article at every place that is empty', () => {
    expect(codes(article({ attrs: { category: null } }), 'must')).toEqual([
      'headline-missing',
      'body-missing',
      'field-missing',
    ])
  })

  it('count the pictures without a description and point to the first', () => {
    const json = article(good, p('x'), figure('a'.repeat(64), ' '), figure('b'.repeat(64), ''))
    expect(validate(parse(json))).toMatchObject([
      { level: 'must', code: 'alternative-text-missing', params: { count: 2 }, place: { kind: 'position' } },
    ])
    const { place } = validate(parse(json))[0] ?? {}
    const node = place?.kind === 'position' ? parse(json).nodeAt(place.position) : null
    expect(node?.type.name).toBe('figure')
  })

  it('want a question and worded choices in a poll', () => {
    const choices = [
      { type: 'pollChoice', attrs: { choice: 'a' } },
      { type: 'pollChoice', attrs: { choice: 'b' } },
    ]
    const json = article({ ...good, attrs: { kind: 'poll' } }, p('x'), { type: 'poll', content: choices })
    expect(codes(json, 'must')).toContain('poll-incomplete')
  })

  it('allow one poll an article, as portals do', () => {
    const choice = (key: string) => ({ type: 'pollChoice', attrs: { choice: key }, content: [text('Có')] })
    const poll = { type: 'poll', attrs: { question: 'Nên không?' }, content: [choice('a'), choice('b')] }
    expect(codes(article(good, poll), 'must')).toEqual([])
    expect(codes(article(good, poll, poll), 'must')).toEqual(['poll-twice'])
  })

  it.each([
    ['ĐẢNG BỘ CẨM YÊN KỶ NIỆM 60 NĂM NGÀY THÀNH LẬP', 'headline-capitals'],
    ['Ra quân làm đường liên thôn.', 'headline-full-stop'],
    [`Niêm yết ${'rất '.repeat(25)}dài`, 'headline-long'],
  ])('advise on the headline %s', (headline, code) => {
    expect(codes(article({ ...good, headline }, p('x')), 'should')).toContain(code)
  })

  it.each([
    ['gallery-size', [{ type: 'gallery', content: [figure('a'.repeat(64), 'Mô tả')] }]],
    ['variable-open', [p('Lịch tuần {tuần}.')]],
  ])('stop on %s', (code, body) => {
    expect(codes(article(good, p('x'), ...body), 'must')).toEqual([code])
  })

  it('advise on a lead that is missing or long, and stop on a kind nobody knows', () => {
    expect(codes(article({ ...good, lead: '' }, p('x')), 'should')).toEqual(['lead-missing'])
    expect(codes(article({ ...good, lead: 'Chữ '.repeat(90) }, p('x')), 'should')).toContain('lead-long')
    expect(codes(article({ ...good, attrs: { kind: 'la-lam' } }, p('x')), 'must')).toContain('unknown-kind')
  })
})
