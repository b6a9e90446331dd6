import { describe, expect, it } from 'vitest'
import { linkDoubt, linkFault } from '#common/document/link-doubts'
import { validate } from '#common/document/validators'
import { linkAddress } from '#renderer/features/editor/toolbar/link-address.ts'
import { article, p, parse, text } from '#tests/support/documents'

describe('an address as it is typed', () => {
  it.each([
    ['xa.gov.vn/tin', null],
    ['https://xa.gov.vn/tin?a=1#b', null],
    ['http://10.0.0.5:8080/', null],
    ['ubnd@xa.gov.vn', null],
    ['0254 3812 345', null],
    ['xa gov vn', 'space'],
    ['https://xa.gov.vn/tin moi', 'space'],
    ['javascript:alert(1)', 'scheme'],
    ['data:text/html,x', 'scheme'],
    ['C:\\Users\\a.docx', 'machine'],
    ['file:///C:/a.docx', 'machine'],
    ['https://xa.gov.vn@evil.example/', 'credentials'],
    ['congthongtin', 'host'],
    ['https://xa.', 'host'],
    ['https://', 'form'],
    ['https://xa.gov.vn/<x>', 'form'],
  ])('%s: %s', (typed, fault) => {
    expect(linkFault(linkAddress(typed))).toBe(fault)
  })
})

describe('a link', () => {
  it.each([
    ['https://dichvucong.gov.vn/', 'Cổng Dịch vụ công', null],
    ['https://www.chinhphu.vn/', 'chinhphu.vn', null],
    ['https://dịchvụ.vn/', 'xem', null],
    ['mailto:ubnd@xa.gov.vn', 'xa.gov.vn', null],
    ['https://xа.gov.vn/', 'xem', 'look-alike'],
    ['https://xn--x-7sb.gov.vn/', 'xem', 'look-alike'],
    ['https://dichvucong-gov-vn.com/', 'xem', 'official-look'],
    ['https://dichvucong.gov.vn.evil.example/', 'xem', 'official-look'],
    ['https://evil.example/', 'https://dichvucong.gov.vn/tra-cuu', 'other-words'],
    ['https://evil.example/', 'Nghị định số 30/2020/NĐ-CP', null],
  ])('to %s as “%s” is doubted: %s', (address, words, doubt) => {
    expect(linkDoubt(address, words)).toBe(doubt)
  })

  it('that is doubted stands among the checks once, with all its words', () => {
    const link = (words: string, href: string, ...marks: string[]) => ({
      ...text(words),
      marks: [{ type: 'link', attrs: { href } }, ...marks.map(type => ({ type }))],
    })
    const paragraph = {
      type: 'paragraph',
      content: [
        text('Xem '),
        link('dichvucong', 'https://evil.example/a'),
        link('.gov.vn', 'https://evil.example/a', 'bold'),
        text(' và '),
        link('dichvucong.gov.vn', 'https://evil.example/b'),
      ],
    }
    const found = validate(parse(article({ headline: 'Đầu đề', lead: 'Sapo.' }, p('x'), paragraph)))
    expect(found).toMatchObject([
      {
        level: 'should',
        code: 'link-other-words',
        params: { host: 'evil.example', words: 'dichvucong.gov.vn' },
      },
    ])
  })
})
