import { z } from 'zod'

/** A program of ours started beside this one; Node's child_process or Electron's utilityProcess. */
export interface ChildProgram {
  onLine(listener: (line: string) => void): void
  onExit(listener: (code: number | null) => void): void
  /** Asks it to end, and resolves when it has. */
  end(): Promise<void>
}

/** Starts `out/main/portal.js` with these arguments. */
export type LaunchPortal = (args: readonly string[]) => ChildProgram

const started = z.object({ url: z.url(), port: z.int(), dataDir: z.string() })

export interface EmbeddedPortal {
  readonly url: string
  readonly end: () => Promise<void>
}

/** Longest wait for the portal to listen; a start takes about half a second, and a minute on an old PC that is just starting. */
const startTimeoutMs = 60_000

export interface PortalOptions {
  readonly dataDirectory: string
  readonly name: string
  readonly port: number
  readonly acceptDemoKeys: boolean
  /** Of a portal that is made now; a portal that is there keeps its own. */
  readonly categories: readonly { readonly id: string; readonly name: string }[] | null
}

/** The public portal that comes with the workstation, as a child process with its own data. */
export function startEmbeddedPortal(launch: LaunchPortal, options: PortalOptions): Promise<EmbeddedPortal> {
  const demo = options.acceptDemoKeys ? ['--accept-demo-keys'] : []
  const categories = options.categories === null ? [] : ['--categories', JSON.stringify(options.categories)]
  const child = launch([
    '--port',
    String(options.port),
    '--data',
    options.dataDirectory,
    '--name',
    options.name,
    '--with-parent',
    ...demo,
    ...categories,
  ])
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('the embedded portal did not start in time'))
      void child.end()
    }, startTimeoutMs)
    child.onLine(line => {
      const parsed = started.safeParse(parseLine(line))
      if (!parsed.success) return
      clearTimeout(timer)
      resolve({ url: parsed.data.url, end: () => child.end() })
    })
    child.onExit(code => {
      clearTimeout(timer)
      reject(new Error(`the embedded portal ended with ${code}`))
    })
  })
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
