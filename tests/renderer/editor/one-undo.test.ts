// @vitest-environment jsdom

import { expect, it } from 'vitest'
import { articleEditor, headline, lead, outline, paragraph } from './article-editor'

it('takes back headline, lead, body and fields one after the other, in the order they were written', () => {
  const editor = articleEditor(headline(), lead(), paragraph())
  const type = (position: number, words: string) =>
    editor.view.dispatch(editor.state.tr.insertText(words, position))
  const now = () => [...outline(editor).map(([, words]) => words), editor.state.doc.attrs.place]
  const steps = [() => type(1, 'Đầu đề'), () => type(9, 'Sapo')]
  steps.push(() => editor.view.dispatch(editor.state.tr.setDocAttribute('place', 'Hội trường')))
  steps.push(() => type(15, 'Thân bài'))
  const states = [now()]
  for (const step of steps) {
    step()
    states.push(now())
  }
  expect(states.at(-1)).toEqual(['Đầu đề', 'Sapo', 'Thân bài', 'Hội trường'])
  for (const state of states.slice(0, -1).reverse()) {
    editor.commands.undo()
    expect(now()).toEqual(state)
  }
  expect(editor.can().undo()).toBe(false)
  for (const state of states.slice(1)) {
    editor.commands.redo()
    expect(now()).toEqual(state)
  }
})
