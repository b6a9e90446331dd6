import { Extension } from '@tiptap/core'
import type { Node } from 'prosemirror-model'
import { Plugin, type Transaction } from 'prosemirror-state'
import { isScheduleRows, type ScheduleRow } from '#common/domain/schedule'
import { mergeRows } from './merge-rows.ts'

interface Options {
  /** What two people wrote into one cell at once; theirs, for recovery. */
  readonly onLost: (texts: readonly string[]) => void
}

/**
 * Rows are one attribute, so the later of two steps would take the earlier person's rows away. When steps of others come
 * under unsent ones, rows that both changed are put together and sent as one more step.
 */
export const MergeSchedules = Extension.create<Options>({
  name: 'mergeSchedules',
  addOptions: () => ({ onLost: () => undefined }),
  addProseMirrorPlugins() {
    const { onLost } = this.options
    return [
      new Plugin({
        appendTransaction: (transactions, _before, state) => {
          const rebase = transactions.find(transaction => Number(transaction.getMeta('rebased') ?? 0) > 0)
          const versions = rebase === undefined ? null : versionsOf(rebase)
          if (versions === null) return null
          const { tr } = state
          const lost: string[] = []
          for (const [index, { position, rows }] of schedulesOf(state.doc).entries()) {
            const [base, ours, theirs] = versions.map(document => schedulesOf(document)[index]?.rows)
            if (base === undefined || ours === undefined || theirs === undefined) continue
            if (equal(base, theirs) || equal(base, ours)) continue
            const merged = mergeRows(base, ours, theirs)
            lost.push(...merged.lost)
            if (!equal(merged.rows, rows)) tr.setNodeAttribute(position, 'rows', merged.rows)
          }
          if (lost.length > 0) onLost(lost)
          return tr.docChanged ? tr.setMeta('addToHistory', false) : null
        },
      }),
    ]
  },
})

/** The document both began with, ours and theirs, out of what prosemirror-collab made of them. */
function versionsOf(rebase: Transaction): readonly [Node, Node, Node] | null {
  const unsent = Number(rebase.getMeta('rebased'))
  const repeated = Array.from({ length: unsent }, (_, index) => rebase.mapping.getMirror(index) ?? null)
  const behind = Math.min(rebase.steps.length, ...repeated.filter(index => index !== null))
  const [ours, base, theirs] = [rebase.docs[0], rebase.docs[unsent], rebase.docs[behind] ?? rebase.doc]
  return ours === undefined || base === undefined ? null : [base, ours, theirs]
}

function schedulesOf(document: Node): { readonly position: number; readonly rows: readonly ScheduleRow[] }[] {
  const found: { readonly position: number; readonly rows: readonly ScheduleRow[] }[] = []
  document.forEach((node, position) => {
    if (node.type.name === 'schedule' && isScheduleRows(node.attrs.rows))
      found.push({ position, rows: node.attrs.rows })
  })
  return found
}

function equal(a: readonly ScheduleRow[], b: readonly ScheduleRow[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
