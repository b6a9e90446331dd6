import type { Editor } from '@tiptap/react'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { dayInVietnam } from '#common/domain/vietnam-time'
import { ignoredWords } from '#common/vietnamese/proofreading/ignored-words'
import { useAsk, useCommand } from '#renderer/api/queries.ts'
import { useText } from '#renderer/text/use-text.ts'
import { say } from '#renderer/ui/toasts.ts'
import { ignoredHere } from './ignored-here.ts'
import { openedFinding, openFinding, type PlacedFinding, placedFindings } from './proofread-marks.ts'
import { createProofreader, type Proofreader, type ProofreadingWorker } from './proofreader.ts'
import { startWorker } from './start-worker.ts'

/** What the card and the list can do with a finding. */
export interface Proofreading {
  readonly ignoreHere: (placed: PlacedFinding) => void
  readonly ignoreAlways: (placed: PlacedFinding) => void
  /** Goes to the next finding after the caret and opens its card. */
  readonly next: () => void
}

/** Keeps a proofreader at work as long as the editor is on screen. */
export function useProofreader(editor: Editor, article: string): Proofreading {
  const { t } = useText()
  const names = useAsk('names.read', {}).value?.names
  const { run: ignore } = useCommand('names.ignore')
  const here = useMemo(() => ignoredHere(article), [article])
  const proofreader = useRef<Proofreader | null>(null)
  useEffect(() => {
    const made = createProofreader({
      editor,
      worker: wrap(startWorker()),
      today: () => dayInVietnam(Date.now()),
      isIgnored: here.has,
    })
    proofreader.current = made
    return () => made.stop()
  }, [editor, here])
  useEffect(() => {
    if (names !== undefined) proofreader.current?.setNames(names)
  }, [names])
  const ignoreHere = useCallback(
    (placed: PlacedFinding) => {
      here.add(placed.finding, placed.words)
      proofreader.current?.readAgain()
    },
    [here],
  )
  const ignoreAlways = useCallback(
    (placed: PlacedFinding) => {
      const words = ignoredWords(placed.words, { from: 0, to: placed.words.length })
      void ignore({ rule: placed.finding.rule, words }).then(answer => {
        if (answer.ok) say(t('proofreading.ignored'))
      })
    },
    [ignore, t],
  )
  const next = useCallback(() => goToNext(editor), [editor])
  return useMemo(() => ({ ignoreHere, ignoreAlways, next }), [ignoreHere, ignoreAlways, next])
}

function goToNext(editor: Editor): void {
  const all = placedFindings(editor.state)
  const after = openedFinding(editor.state)?.from ?? editor.state.selection.from - 1
  const placed = all.find(({ from }) => from > after) ?? all[0]
  if (placed !== undefined) goTo(editor, placed)
}

/** Selects the words, brings them into view and opens their card. */
export function goTo(editor: Editor, placed: PlacedFinding): void {
  const chain = editor.chain().focus()
  const selected =
    placed.place === undefined
      ? chain.setTextSelection({ from: placed.from, to: placed.to })
      : chain.setNodeSelection(placed.from)
  selected.scrollIntoView().run()
  editor.view.dispatch(openFinding(editor.state.tr, placed))
}

function wrap(worker: Worker): ProofreadingWorker {
  return {
    postMessage: message => worker.postMessage(message),
    onAnswer: listener => worker.addEventListener('message', ({ data }) => listener(data)),
    terminate: () => worker.terminate(),
  }
}
