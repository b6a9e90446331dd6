import { Node } from '@tiptap/core'
import type { Transaction } from 'prosemirror-state'
import { addDetails, backToTitle, joinNextStep, joinStepBefore, nextStep } from './step-keys.ts'

/** What is done one after the other; the style sheet counts. */
const Steps = Node.create({
  name: 'steps',
  parseHTML: () => [{ tag: 'ol[data-steps]', priority: 60 }],
  renderHTML: () => ['ol', { 'data-steps': '' }, 0],
})

/** Enter makes the next step, Tab goes to how this one is done, Backspace joins it with the one before, Alt+↑ ↓ carry it. */
const Step = Node.create({
  name: 'step',
  // Before the keys of lists and tables.
  priority: 1_100,
  parseHTML: () => [{ tag: 'li[data-step]', priority: 60 }],
  renderHTML: () => ['li', { 'data-step': '' }, 0],
  addKeyboardShortcuts() {
    const run = (change: (tr: Transaction) => boolean) => () =>
      this.editor.commands.command(({ tr }) => change(tr))
    return {
      Enter: run(nextStep),
      Tab: run(addDetails),
      'Shift-Tab': run(backToTitle),
      Backspace: run(joinStepBefore),
      'Mod-Backspace': run(joinStepBefore),
      'Shift-Backspace': run(joinStepBefore),
      Delete: run(joinNextStep),
      'Mod-Delete': run(joinNextStep),
    }
  },
})

const StepTitle = Node.create({
  name: 'stepTitle',
  priority: 1_100,
  parseHTML: () => [{ tag: 'h3[data-step-title]', priority: 60 }],
  renderHTML: () => ['h3', { 'data-step-title': '' }, 0],
})

export const steps = [Steps, Step, StepTitle]
