import { useEffect, useSyncExternalStore } from 'react'
import type { Command } from './command.ts'

/** Commands of the screen that is open, with their target filled in. */
let offered: readonly Command[] = []
const offers = new Map<symbol, readonly Command[]>()
const listeners = new Set<() => void>()

/** Puts these commands into the palette as long as the component is mounted; the array must be the same while they are. */
export function useScreenCommands(commands: readonly Command[]): void {
  useEffect(() => {
    const offer = Symbol()
    offers.set(offer, commands)
    tell()
    return () => {
      offers.delete(offer)
      tell()
    }
  }, [commands])
}

export function useOfferedCommands(): readonly Command[] {
  return useSyncExternalStore(listen, () => offered)
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(): void {
  offered = [...offers.values()].flat()
  for (const listener of listeners) listener()
}
