/**
 * The fixed channels on which an Electron window gets its wire; no value but the port crosses them.
 *
 * 1. The page posts `ask` to its own window, once for each load.
 * 2. The preload sends `ask` to main; main answers that frame with one end of a fresh MessageChannel on `port`.
 * 3. The preload posts `port` to the page with the MessagePort in `event.ports[0]`; the page calls `start()` on it.
 *
 * The page accepts `port` only from its own window (`event.source === window`) and its own origin.
 */
export const channels = { ask: 'toa-soan:ask-port', port: 'toa-soan:port' } as const
