import { basename, join } from 'node:path'
import type { CheckpointAdapter } from './collections/checkpoint-adapter'
import {
  type CheckpointSource,
  type CollectionsData,
  type LoadedCheckpoint,
  readExpected,
} from './collections/load-checkpoint'
import { type RecoveryContext, replayBehind } from './recover-store'
import type { RecoveryReport } from './store'

export interface LaterContext {
  readonly recovery: RecoveryContext
  readonly source: CheckpointSource
  readonly adapter: CheckpointAdapter
  /** Sequence that the collections had reached when the store opened. */
  readonly opened: number
}

/** Collections had to be built again because a file of the newest checkpoint is unreadable. */
export type Rebuilt = Pick<RecoveryReport, 'checkpoint' | 'quarantine'>

/**
 * Reads in the background what opening left out. A damaged file is set aside, and the collections come from the previous
 * checkpoint and the journal, as they would have at opening. Whatever is wrong beyond that turns the store read-only.
 */
export async function readLater(
  context: LaterContext,
  data: CollectionsData,
  later: LoadedCheckpoint['later'],
  isStopped: () => boolean,
): Promise<Rebuilt | null> {
  const { health } = context.recovery
  for (const expected of later) {
    const read = await readExpected(context.source, expected, data.tables, isStopped).catch(() => null)
    if (isStopped()) return null
    const unreadable = read === null ? expected.table.name : read.unreadable
    if (unreadable !== null) return rebuild(context, data, later, unreadable)
    if (read?.invalid != null) health.fail('damaged', new Error(read.invalid))
    expected.table.finish()
  }
  return null
}

async function rebuild(
  { recovery, adapter, opened }: LaterContext,
  data: CollectionsData,
  later: LoadedCheckpoint['later'],
  unreadable: string,
): Promise<Rebuilt> {
  const { files, directory, health, quarantine, segments } = recovery
  try {
    const bytes = await files.read(join(directory, 'collections', unreadable))
    const aside =
      bytes === null || health.current.kind === 'read-only'
        ? null
        : await quarantine.keep(basename(unreadable), bytes)
    const again = await adapter.readAll()
    const { head } = await replayBehind(recovery, again, await segments.list())
    if (again.invalid !== null) health.fail('damaged', new Error(again.invalid))
    if (head.sequence < opened)
      health.fail(
        'damaged',
        new Error(`${unreadable} is unreadable and the journal ends at ${head.sequence}`),
      )
    for (const { table } of later) {
      const fresh = again.data.tables.get(table.name)
      if (fresh === undefined) continue
      fresh.repeat(table)
      data.tables.set(table.name, fresh)
    }
    return { checkpoint: again.source === 'previous' ? 'previous' : 'journal', quarantine: aside }
  } catch (error) {
    health.fail('damaged', error)
    for (const { table } of later) table.finish()
    return { checkpoint: 'journal', quarantine: null }
  }
}
