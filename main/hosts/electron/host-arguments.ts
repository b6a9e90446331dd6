import { parseArgs } from 'node:util'

export interface HostArguments {
  /** Null: this person's usual folders. */
  readonly workspace: string | null
  readonly empty: boolean
  readonly portalPort: number
}

const usualPortalPort = 7346

/** The options of `npm start` that concern this host. Chromium's own switches stand among them and are left alone. */
export function hostArguments(args: readonly string[]): HostArguments {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: {
      workspace: { type: 'string' },
      empty: { type: 'boolean' },
      'portal-port': { type: 'string' },
    },
  })
  const portalPort = Number(values['portal-port'] ?? usualPortalPort)
  return {
    workspace: typeof values.workspace === 'string' ? values.workspace : null,
    empty: values.empty === true,
    portalPort: Number.isInteger(portalPort) ? portalPort : usualPortalPort,
  }
}
