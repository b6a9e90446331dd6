import { createFolderConnector } from '#main/connectors/folder/connector'
import type { Files } from '#main/store/files/files'
import { nodeFiles } from '#main/store/files/node-files'
import { manualClock } from './manual-clock'
import { openPublishingDesk, type PublishingDesk, value } from './publishing-desk'
import { temporaryFolder } from './temporary-workspace'

/** A disk whose next calls a test can refuse, and that can be pulled out. */
export interface Stick {
  readonly files: Files
  /** Called before each call; throws what the disk would. */
  before: (call: keyof Files, path: string) => void
}

export function aStick(): Stick {
  const disk = nodeFiles()
  const stick: Stick = { files: { ...disk }, before: () => {} }
  const guarded = Object.fromEntries(
    Object.entries(disk).map(([name, call]) => [
      name,
      async (path: string, ...rest: unknown[]) => {
        stick.before(name as keyof Files, path)
        return (call as (...all: unknown[]) => unknown)(path, ...rest)
      },
    ]),
  ) as unknown as Files
  return Object.assign(stick, { files: guarded })
}

export function diskError(code: string): Error {
  return Object.assign(new Error(code), { code })
}

export interface FolderDesk {
  readonly desk: PublishingDesk
  readonly stick: Stick
  /** The folder that is the web site. */
  readonly root: string
}

/** Publishing with one portal: a folder. `publicUrl`: where something serves it. */
export async function folderDesk(publicUrl?: (root: string) => Promise<string>): Promise<FolderDesk> {
  const clock = manualClock()
  const stick = aStick()
  const root = await temporaryFolder()
  const desk = await openPublishingDesk({
    clock,
    connectorFor: (portal, token) =>
      createFolderConnector({
        url: portal.url,
        name: portal.name,
        publicUrl: portal.publicUrl ?? null,
        token,
        files: stick.files,
        limits: { connectTimeoutMs: 5_000, deadlineMs: 10_000 },
      }),
  })
  const address = publicUrl === undefined ? {} : { publicUrl: await publicUrl(root) }
  value(
    await desk.publishing.handlers['portals.connect'](
      { url: root, name: 'Xã Mẫu trên ổ', ...address },
      desk.operator,
    ),
  )
  return { desk, stick, root }
}
