import type { Editor } from '@tiptap/core'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Instant } from '#common/domain/ids'
import { useWire } from '#renderer/api/wire-context.tsx'
import { readInput } from '../read-input.ts'
import { finishSuggestion } from '../suggestions/suggesting.ts'
import { DraftLink, type DraftLinkOptions } from './draft-link.ts'
import { type DraftStatus, isStuck } from './draft-status.ts'
import { followEditor } from './follow-editor.ts'

interface Options {
  readonly editor: Editor
  readonly article: string
  readonly clientId: string
  readonly savedAt: Instant | null
  readonly onLost: DraftLinkOptions['onLost']
}

/** Ties an editor to main as long as it is on screen; null until it is. */
export function useDraftLink({ editor, article, clientId, savedAt, onLost }: Options): DraftLink | null {
  const wire = useWire()
  const [link, setLink] = useState<DraftLink | null>(null)
  useEffect(() => {
    const created = new DraftLink({
      client: wire.client,
      article,
      clientId,
      savedAt,
      surface: {
        state: () => editor.state,
        apply: transaction => editor.view.dispatch(transaction),
        readInput: () => readInput(editor.view),
        composing: () => editor.view.composing,
        ready: () => finishSuggestion(editor),
      },
      now: Date.now,
      onLost,
    })
    const stop = followEditor(created, editor)
    const unsubscribe = wire.subscribe(event => created.noteEvent(event))
    setLink(created)
    return () => {
      stop()
      unsubscribe()
      created.detach()
    }
  }, [wire, editor, article, clientId, savedAt, onLost])
  return link
}

const untouched: DraftStatus = { kind: 'untouched' }

/** Whether typing has to stop; unlike the status it does not change with every key. */
export function useIsStuck(link: DraftLink | null): boolean {
  return useSyncExternalStore(
    link?.subscribe ?? noSubscription,
    () => link !== null && isStuck(link.status()),
  )
}

export function useDraftStatus(link: DraftLink | null): DraftStatus {
  return useSyncExternalStore(link?.subscribe ?? noSubscription, link?.status ?? (() => untouched))
}

function noSubscription(): () => void {
  return () => undefined
}
