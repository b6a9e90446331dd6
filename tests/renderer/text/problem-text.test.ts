import { describe, expect, it } from 'vitest'
import { problem } from '#common/api/problems/problem'
import { sentence } from '#common/api/problems/sentence'
import { createCatalogues, type Language } from '#renderer/text/catalogues.ts'
import { problemText } from '#renderer/text/problem-text.ts'

function translate(language: Language) {
  return createCatalogues(language).getFixedT<readonly ['text', 'problems']>(language, ['text', 'problems'])
}

describe('problemText', () => {
  it('names stages, permissions and states instead of showing identifiers', () => {
    const t = translate('vi')
    expect(problemText(t, problem('wrong-stage', { action: 'submit', stage: 'in-review' }))).toContain(
      '“Đang duyệt”',
    )
    expect(problemText(t, problem('not-permitted', { permission: 'article.publish' }))).toContain(
      '(đẩy lên cổng)',
    )
    expect(problemText(translate('en'), problem('job-not-movable', { state: 'done' }))).toContain('“done”')
  })

  it('says what is wrong with a seal, and repeats what a portal said of it', () => {
    const invalid = (reason: string) => problem('seal-invalid', { reason })
    expect(problemText(translate('vi'), invalid('revision'))).toContain(
      'không hợp lệ: Nội dung đã khác bản được ký. Bài không được đẩy',
    )
    expect(problemText(translate('en'), invalid('author-approved'))).toContain(
      'The signer wrote the article.',
    )
    expect(problemText(translate('vi'), invalid('Lỗi: dấu đã cũ.'))).toContain('hợp lệ: Lỗi: dấu đã cũ. Bài')
  })

  it('writes sizes as the language does, never as small as the limit they exceed', () => {
    const large = problem('portal-file-limit', {
      portal: 'Cổng',
      name: 'a.pdf',
      sizeBytes: 2_510_000,
      limitBytes: 2_500_000,
    })
    expect(problemText(translate('vi'), large)).toContain('nặng 2,6 MB, lớn hơn mức 2,5 MB')
    expect(problemText(translate('en'), large)).toContain('has 2.6 MB, more than the 2.5 MB')
    expect(sentence(large)).toContain('nặng 2,6 MB')
  })

  it('shows a value it has no name for as it is', () => {
    expect(problemText(translate('vi'), problem('job-not-movable', { state: 'tomorrow' }))).toContain(
      '“tomorrow”',
    )
  })

  it('does not escape what people wrote', () => {
    const text = problemText(translate('vi'), problem('picture-unreadable', { name: 'ảnh <1> & 2.jpg' }))
    expect(text).toContain('“ảnh <1> & 2.jpg”')
  })
})
