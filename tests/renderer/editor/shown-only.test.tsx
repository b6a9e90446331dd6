// @vitest-environment jsdom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { afterEach, expect, it, vi } from 'vitest'
import { readDraft } from '#renderer/features/editor/draft/read-draft.ts'
import { ShownOnly } from '#renderer/features/editor/ShownOnly.tsx'
import { createCatalogues } from '#renderer/text/catalogues.ts'

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
afterEach(() => document.body.replaceChildren())

it('an article with a part this program does not know shows all its words and says why', () => {
  const line = (type: string, text: string) => ({ type, content: [{ type: 'text', text }] })
  const stored = {
    type: 'doc',
    content: [line('headline', 'Đầu đề'), line('lead', 'Sapo'), line('carousel', 'Chữ trong phần lạ')],
  }
  const why = readDraft({ schema: 1, document: stored, readOnly: 'unreadable' })
  if (why.kind === 'document') throw new Error('was given to an editor')
  const root = createRoot(document.body.appendChild(document.createElement('div')))
  act(() =>
    root.render(
      <I18nextProvider i18n={createCatalogues('vi')}>
        <ShownOnly document={stored} why={why} />
      </I18nextProvider>,
    ),
  )
  const { textContent } = document.body
  expect(document.querySelector('h1')?.textContent).toBe('Đầu đề')
  for (const words of ['Sapo', 'Chữ trong phần lạ', 'Bài chỉ mở để xem', '“carousel”'])
    expect(textContent).toContain(words)
  expect(document.querySelector('[contenteditable]')).toBeNull()
  act(() => root.unmount())
})
