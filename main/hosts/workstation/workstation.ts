import { join } from 'node:path'
import type { Environment } from '#common/domain/environment'
import type { Newsroom } from '#main/newsroom'
import { runInWorker } from '#main/safekeeping/run-in-worker'
import type { SamplePlan } from '#main/sample/sample-plan'
import type { Files } from '#main/store/files/files'
import type { Holder } from '#main/store/lock/workspace-lock'
import { removeWorkspace } from '#main/store/remove-workspace'
import { isWorkspace } from '#main/store/workspace-file'
import { createWorkspaceChanges } from './change-workspace'
import { type EmbeddedPortal, type LaunchPortal, startEmbeddedPortal } from './embedded-portal'
import { workspaceFolders } from './folders'
import { movePortal } from './move-portal'
import { isFilled } from './noted-settings'
import { type OpenedWorkspace, openWorkspace } from './open-workspace'

export interface WorkstationOptions {
  readonly host: 'electron' | 'browser'
  readonly files: Files
  readonly environment: Environment
  readonly launchPortal: LaunchPortal
  /** Folder of the built programs, for threads; tests of the sources have none. */
  readonly programs?: string
  /** Folder with the sample commune (resources/sample). */
  readonly sampleResources: string
  /** Null: this person's usual folders. */
  readonly workspace: string | null
  readonly dataDirectory: string
  /** Start with an empty newsroom, not with the sample commune. */
  readonly empty: boolean
  readonly portalPort: number
  /** The newsroom was replaced: windows have to ask everything again. */
  readonly onReplaced: () => void
  readonly onBug: (error: unknown) => void
}

/** One workspace open in a window host, with its embedded portal. */
export interface Workstation {
  readonly newsroom: () => Newsroom
  /**
   * Resolves when the embedded portal listens, or with null when the newsroom was closed before; rejects when it did not
   * start. A window need not wait for it.
   */
  readonly portalUrl: () => Promise<string | null>
  readonly directory: () => string
  readonly demo: () => boolean
  /** Tells a second host where this one is to be found. */
  readonly announce: (address: string) => void
  readonly close: () => Promise<void>
}

export type StartResult =
  | { readonly kind: 'started'; readonly workstation: Workstation }
  | { readonly kind: 'busy'; readonly holder: Holder }

export async function startWorkstation(options: WorkstationOptions): Promise<StartResult> {
  const { files, environment, host } = options
  const folders = workspaceFolders(options.dataDirectory)
  let address: string | null = null
  let opened: OpenedWorkspace
  let portal: Promise<EmbeddedPortal | null>
  let directory: string
  const closed = new WeakSet<Newsroom>()

  const hostHandlers = createWorkspaceChanges({
    files,
    environment,
    own: options.workspace ?? folders.own,
    ...(options.programs === undefined
      ? {}
      : { runTask: runInWorker(join(options.programs, 'safekeeping.js')) }),
    current: () => ({ newsroom: opened.newsroom, directory }),
    close,
    async open(folder) {
      const holder = await open(folder, false)
      if (holder !== null) throw new Error(`another program (${holder.host}) has the newsroom open`)
      // Without it everything else works, as at a start.
      await portal.catch(options.onBug)
    },
    onReplaced: options.onReplaced,
  })

  const first = await choose()
  let isFirst = true
  const result = await open(first.directory, first.demo)
  if (result !== null) return { kind: 'busy', holder: result }
  return {
    kind: 'started',
    workstation: {
      newsroom: () => opened.newsroom,
      portalUrl: async () => (await portal)?.url ?? null,
      directory: () => directory,
      demo: () => isDemo(opened.newsroom),
      announce: found => {
        address = found
        opened.lock.announce(found)
      },
      close,
    },
  }

  /** The portal ends even when the newsroom could not close cleanly. */
  function close(): Promise<void> {
    closed.add(opened.newsroom)
    return opened.close().finally(async () => (await portal.catch(() => null))?.end())
  }

  /** The newsroom somebody already set up; else the sample, unless an empty one is wanted. */
  async function choose(): Promise<{ readonly directory: string; readonly demo: boolean }> {
    if (options.workspace !== null) return { directory: options.workspace, demo: !options.empty }
    const own = options.empty || (await isWorkspace(files, folders.own))
    return { directory: own ? folders.own : folders.sample, demo: !own }
  }

  async function open(folder: string, demo: boolean): Promise<Holder | null> {
    const result = await openWorkspace({
      directory: folder,
      files,
      environment,
      host,
      demo,
      hostHandlers,
      ...(options.programs === undefined ? {} : { programs: options.programs }),
    })
    if (result.kind === 'busy') return result.holder
    opened = result.workspace
    directory = folder
    const { newsroom, isNew, lock } = opened
    const { description, health } = newsroom.store
    // What cannot be read (damaged, or written by a newer program) is not known to be unfilled.
    if (!isNew && description.demo && health.kind === 'writable' && !isFilled(newsroom)) {
      // Filling was broken off last time: a sample is whole or made anew.
      await opened.close()
      await removeWorkspace(folder)
      return open(folder, true)
    }
    if (address !== null) lock.announce(address)
    if (!isNew || !demo) {
      portal = isFirst ? startPortalLater(folder) : startPortal(folder, null)
      isFirst = false
      // That it did not start is told to who asks for its address.
      portal.then(
        started => started && movePortal(newsroom, started.url).catch(error => fail(newsroom, error)),
        () => {},
      )
      return null
    }
    try {
      await openSample(folder)
    } catch (error) {
      await opened.close()
      throw error
    }
    return null
  }

  /** At once it would take a core away from the window that opens beside it. */
  async function startPortalLater(folder: string): Promise<EmbeddedPortal | null> {
    const { newsroom, firstListShown } = opened
    await firstListShown
    return closed.has(newsroom) ? null : startPortal(folder, null)
  }

  function startPortal(folder: string, sample: SamplePlan | null): Promise<EmbeddedPortal> {
    return startEmbeddedPortal(options.launchPortal, {
      dataDirectory: join(folder, 'portal'),
      name: sample?.portalName ?? 'Cổng thông tin điện tử xã',
      port: options.portalPort,
      acceptDemoKeys: sample !== null || isDemo(opened.newsroom),
      categories: sample?.categories ?? null,
    })
  }

  /** The sample's content with its portal; what makes it is loaded only here. */
  async function openSample(folder: string): Promise<void> {
    const { newsroom } = opened
    const { readSample } = await import('#main/sample/read-sample')
    const { fillSample } = await import('./fill-sample')
    const sample = await readSample(files, options.sampleResources, environment.now())
    const starting = startPortal(folder, sample)
    portal = starting
    const { url, end } = await starting
    const filling = fillSample(newsroom, sample, url, join(folder, 'portal'))
    const { finish } = await filling.catch(async (error: unknown) => {
      await end()
      throw error
    })
    finish().catch(error => fail(newsroom, error))
  }

  /** Closing in the middle of it is nobody's fault. */
  function fail(newsroom: Newsroom, error: unknown): void {
    if (!closed.has(newsroom)) options.onBug(error)
  }
}

function isDemo(newsroom: Newsroom): boolean {
  return newsroom.organisation()?.demo ?? false
}
