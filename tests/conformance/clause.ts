import type { Scene } from './scene'

/** One promise of docs/portal-api.md, tried by itself. `holds` throws what the portal did instead. */
export interface Clause {
  /** Stable, so that a vendor can name it: `order.behind`. */
  readonly id: string
  /** The promise in a sentence. */
  readonly promise: string
  holds(scene: Scene): Promise<void>
}
