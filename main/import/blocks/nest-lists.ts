import type { Block } from './blocks'

/** A paragraph that Word numbers: how deep it stands and by what it is marked. */
export interface ListItem {
  readonly kind: 'item'
  readonly level: number
  readonly ordered: boolean
  readonly number: number
  readonly blocks: readonly Block[]
}

interface OpenList {
  readonly level: number
  readonly ordered: boolean
  readonly start: number
  readonly items: Block[][]
}

/** Neighbouring items become lists, deeper ones lists within the item before them. */
export function nestLists(parts: readonly (Block | ListItem)[]): Block[] {
  const blocks: Block[] = []
  let open: OpenList[] = []

  function close(toLevel: number): void {
    while ((open.at(-1)?.level ?? -1) > toLevel) {
      const list = open.pop()
      if (list === undefined) return
      const block: Block = { kind: 'list', ordered: list.ordered, start: list.start, items: list.items }
      const parent = open.at(-1)?.items.at(-1)
      if (parent === undefined) blocks.push(block)
      else parent.push(block)
    }
  }

  for (const part of parts) {
    if (part.kind !== 'item') {
      close(-1)
      blocks.push(part)
      continue
    }
    close(part.level)
    const top = open.at(-1)
    if (top !== undefined && top.level === part.level && top.ordered !== part.ordered) close(part.level - 1)
    if (open.at(-1)?.level !== part.level)
      open = [...open, { level: part.level, ordered: part.ordered, start: part.number, items: [] }]
    open.at(-1)?.items.push([...part.blocks])
  }
  close(-1)
  return blocks
}
