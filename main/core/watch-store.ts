import type { Change } from '#main/store/store'
import type { NewsroomStore } from './capability'
import type { NewsroomCollections } from './collections'

type Changes = readonly Change<NewsroomCollections>[]

/**
 * The same store; every entry says on which machine it was made ('' : says nothing), and the listener hears what every
 * commit may have changed, in the same turn.
 */
export function watchStore(
  store: NewsroomStore,
  machine: string,
  onChanges: (changes: Changes) => void,
): NewsroomStore {
  const commit: NewsroomStore['commit'] = transaction => {
    const done = store.commit(
      machine === '' ? transaction : { ...transaction, event: { ...transaction.event, machine } },
    )
    onChanges(transaction.changes)
    return done
  }
  return Object.create(store, { commit: { value: commit, configurable: true, writable: true } })
}
