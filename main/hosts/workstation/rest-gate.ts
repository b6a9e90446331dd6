/** Behind it waits what a first screen does not need. */
export interface RestGate {
  readonly opened: Promise<void>
  /** Somebody needs the rest, or has what he came for. Opening it again changes nothing. */
  readonly open: () => void
}

/** Opens by itself after so many milliseconds: a window that nobody looks at wants the rest too. */
export function createRestGate(latestMs: number): RestGate {
  let open: () => void = () => {}
  const opened = new Promise<void>(resolve => {
    open = resolve
  })
  const timer = setTimeout(open, latestMs).unref()
  return {
    opened,
    open: () => {
      clearTimeout(timer)
      open()
    },
  }
}
