import type { Editor } from '@tiptap/core'
import { articleText, type ReadText, readText } from '#common/document/proofread-text'
import type { ArticleText } from '#common/vietnamese/proofreading/article-text'
import type { Finding } from '#common/vietnamese/proofreading/finding'
import type { NamesTable } from '#common/vietnamese/proofreading/names-table'
import { ruleOf } from '#common/vietnamese/proofreading/rule-table'
import { atRest } from '../at-rest.ts'
import { readInput } from '../read-input.ts'
import { isSamePlace, openedFinding, type PlacedFinding, showFindings } from './proofread-marks.ts'

/** The two sides of the worker, so that tests can stand in for it. */
export interface ProofreadingWorker {
  postMessage(message: { readonly reading: number; readonly article: ArticleText }): void
  onAnswer(
    listener: (answer: { readonly reading: number; readonly findings: readonly Finding[] }) => void,
  ): void
  terminate(): void
}

interface Options {
  readonly editor: Editor
  readonly worker: ProofreadingWorker
  readonly today: () => string
  /** True for a finding the person has put aside in this article. */
  readonly isIgnored: (finding: Finding, words: string) => boolean
}

export interface Proofreader {
  /** Reads again with these names; the first reading waits for them. */
  setNames(names: NamesTable): void
  readAgain(): void
  stop(): void
}

const idleMs = 600
/** Typing tools deliver a word in bursts; between them nothing of ours may move (vietnam.md §4.4). */
const quietMs = 120

/** Reads the text whenever typing pauses, never while a word is being composed, and never marks the word at the caret. */
export function createProofreader({ editor, worker, today, isIgnored }: Options): Proofreader {
  let names: NamesTable | null = null
  let first: ReturnType<typeof setTimeout> | undefined
  const typing = atRest(idleMs, start)
  const moving = atRest(idleMs, () => {
    if (held !== null) show(held)
  })
  let reading = 0
  let read: ReadText | null = null
  let held: readonly Finding[] | null = null
  let lastInputMs = 0

  /** What a person asked for waits for no pause, but for the end of what is going on. */
  function soon(): void {
    typing.stop()
    clearTimeout(first)
    first = setTimeout(start)
  }

  function start(): void {
    if (editor.isDestroyed || names === null) return
    if (editor.view.composing) {
      typing.touch()
      return
    }
    const { doc } = editor.state
    read = readText(doc)
    reading += 1
    worker.postMessage({ reading, article: articleText(read, names, today()) })
  }

  function show(findings: readonly Finding[]): void {
    if (editor.isDestroyed || read === null) return
    readInput(editor.view)
    // Somebody typed meanwhile: the next reading answers for the new text.
    if (read.document !== editor.state.doc) {
      typing.touch()
      return
    }
    if (editor.view.composing || performance.now() - lastInputMs < quietMs) {
      setTimeout(() => show(findings), quietMs)
      return
    }
    held = findings
    const caret = editor.view.hasFocus() && editor.state.selection.empty ? editor.state.selection.from : null
    const opened = openedFinding(editor.state)
    const placed = findings.flatMap((finding): PlacedFinding[] => {
      if (read === null || ruleOf(finding.rule).class === 'headline') return []
      const block = read.blocks[finding.block]
      if (block === undefined) return inAttribute(read, finding, isIgnored)
      const words = block.text.slice(finding.from, finding.to)
      if (isIgnored(finding, words)) return []
      const [from, to] = [block.start + finding.from, block.start + finding.to]
      const isAtCaret = caret !== null && to - from <= 60 && from <= caret && caret <= to
      const one = { finding, words, from, to }
      const isHidden = isAtCaret && !isSamePlace(one, opened)
      return isHidden || to > editor.state.doc.content.size ? [] : [one]
    })
    editor.view.dispatch(showFindings(editor.state.tr, placed))
  }

  const onUpdate = () => {
    lastInputMs = performance.now()
    held = null
    typing.touch()
  }
  /** The caret has left a word: what was found in it may be shown. */
  const onSelection = ({ transaction }: { transaction: { docChanged: boolean; selectionSet: boolean } }) => {
    if (!transaction.docChanged && transaction.selectionSet && held !== null) moving.touch()
  }
  editor.on('update', onUpdate)
  editor.on('selectionUpdate', onSelection)
  worker.onAnswer(answer => {
    if (answer.reading === reading) show(answer.findings)
  })
  return {
    setNames(table) {
      names = table
      soon()
    },
    readAgain: soon,
    stop() {
      clearTimeout(first)
      typing.stop()
      moving.stop()
      editor.off('update', onUpdate)
      editor.off('selectionUpdate', onSelection)
      worker.terminate()
    },
  }
}

function inAttribute(
  { document, blocks, attributes }: ReadText,
  finding: Finding,
  isIgnored: Options['isIgnored'],
): PlacedFinding[] {
  const found = attributes[finding.block - blocks.length]
  const node = found === undefined ? null : document.nodeAt(found.position)
  if (found === undefined || node === null) return []
  const words = found.text.slice(finding.from, finding.to)
  const [from, to] = [found.position, found.position + node.nodeSize]
  return isIgnored(finding, words) ? [] : [{ finding, words, from, to, place: found.place }]
}
