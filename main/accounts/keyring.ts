import type { Core } from '#main/core/capability'
import type { NewsroomCollections } from '#main/core/collections'
import type { Change } from '#main/store/store'
import { openText, sealText } from './wrapping'

/** The workspace's secrets (portal tokens). Locked until somebody whose passphrase wraps the workspace key signs in. */
export interface Secrets {
  /** Null when there is none or the keyring is locked. */
  read(id: string): string | null
  /** The change that stores it, for the caller's transaction; null when the keyring is locked. */
  write(id: string, value: string): Change<NewsroomCollections> | null
  readonly locked: boolean
}

export class Keyring implements Secrets {
  readonly #core: Core
  readonly #isDemo: () => boolean
  readonly #onUnlocked: () => void
  #workspaceKey: Uint8Array | null = null

  constructor(core: Core, isDemo: () => boolean, onUnlocked: () => void = () => {}) {
    this.#core = core
    this.#isDemo = isDemo
    this.#onUnlocked = onUnlocked
  }

  get locked(): boolean {
    return this.#workspaceKey === null && !this.#isDemo()
  }

  get workspaceKey(): Uint8Array | null {
    return this.#workspaceKey
  }

  unlock(workspaceKey: Uint8Array): void {
    this.#workspaceKey = workspaceKey
    this.#onUnlocked()
  }

  read(id: string): string | null {
    const secret = this.#core.store.get('secrets', id)
    if (secret === undefined) return null
    if (secret.open !== null) return secret.open
    if (secret.sealed === null || this.#workspaceKey === null) return null
    return openText(this.#workspaceKey, label(id), secret.sealed)
  }

  write(id: string, value: string): Change<NewsroomCollections> | null {
    if (this.#isDemo()) return { collection: 'secrets', put: { id, open: value, sealed: null } }
    if (this.#workspaceKey === null) return null
    const sealed = sealText(this.#core.environment, this.#workspaceKey, label(id), value)
    return { collection: 'secrets', put: { id, open: null, sealed } }
  }
}

function label(id: string): string {
  return `toa-soan/secret/${id}`
}
