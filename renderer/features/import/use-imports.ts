import { useCallback, useEffect, useRef, useState } from 'react'
import type { ImportView } from '#common/api/import-operations'
import type { Problem } from '#common/api/problems/problem'
import type { ArticleView } from '#common/api/views'
import { ask } from '#renderer/api/queries.ts'
import { useWire } from '#renderer/api/wire-context.tsx'

/** One file on its way to a draft. */
export type ImportItem = { readonly key: string; readonly name: string } & (
  | { readonly state: 'reading' }
  | { readonly state: 'failed'; readonly problem: Problem }
  | ({ readonly state: 'ready'; readonly view: ImportView } & ImportWishes)
  | { readonly state: 'made'; readonly article: ArticleView }
)

export interface ImportWishes {
  readonly kind: string
  readonly repaired: boolean
  readonly attach: boolean
  readonly past: boolean
}

export type ReadyItem = Extract<ImportItem, { state: 'ready' }>

/** Reads files one after the other and makes drafts of those that are wanted. */
export function useImports() {
  const wire = useWire()
  const [items, setItems] = useState<readonly ImportItem[]>([])
  const ready = useRef<readonly ImportItem[]>([])
  ready.current = items

  const put = useCallback((item: ImportItem) => {
    setItems(before => before.map(other => (other.key === item.key ? item : other)))
  }, [])

  const add = useCallback(
    async (files: readonly File[]) => {
      const added = files.map(file => ({ key: crypto.randomUUID(), file }))
      setItems(before => [
        ...before,
        ...added.map(({ key, file }): ImportItem => ({ key, name: file.name, state: 'reading' })),
      ])
      for (const { key, file } of added) {
        const answer = await wire.readImport(file)
        const about = { key, name: file.name }
        if (!answer.ok) put({ ...about, state: 'failed', problem: answer.problem })
        else {
          const past = answer.value.past !== null
          put({
            ...about,
            state: 'ready',
            view: answer.value,
            kind: 'news',
            repaired: true,
            attach: false,
            past,
          })
        }
      }
    },
    [wire, put],
  )

  /** The draft, or null when it was refused; the refusal stands beside the file. */
  const accept = useCallback(
    async ({ key, name, view, kind, repaired, attach, past }: ReadyItem): Promise<ArticleView | null> => {
      const answer = await ask(wire, 'imports.accept', { import: view.id, kind, repaired, attach, past })
      put(
        answer.ok
          ? { key, name, state: 'made', article: answer.value }
          : { key, name, state: 'failed', problem: answer.problem },
      )
      return answer.ok ? answer.value : null
    },
    [wire, put],
  )

  const remove = useCallback(
    (item: ImportItem) => {
      setItems(before => before.filter(other => other.key !== item.key))
      if (item.state === 'ready') void ask(wire, 'imports.discard', { import: item.view.id })
    },
    [wire],
  )

  // Who leaves the screen has decided.
  useEffect(
    () => () => {
      for (const item of ready.current)
        if (item.state === 'ready') void ask(wire, 'imports.discard', { import: item.view.id })
    },
    [wire],
  )
  return { items, add, accept, remove, change: put }
}
