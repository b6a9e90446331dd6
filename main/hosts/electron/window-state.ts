import { join } from 'node:path'
import { z } from 'zod'
import type { Files } from '#main/store/files/files'
import { replaceFile } from '#main/store/files/replace-file'

const bounds = z.object({ x: z.int(), y: z.int(), width: z.int().min(200), height: z.int().min(200) })
const size = bounds.omit({ x: true, y: true })
const windowState = z.object({ bounds: z.union([bounds, size]), maximized: z.boolean() })

/** Where the window was when it was last closed; without x and y Electron centres it. */
export type WindowState = z.infer<typeof windowState>
type Area = z.infer<typeof bounds>

export const firstWindowState: WindowState = { bounds: { width: 1280, height: 800 }, maximized: false }

const fileName = 'window.json'

/** The kept state if it is readable and still lies on one of the displays, else the first. */
export async function readWindowState(
  files: Files,
  directory: string,
  displays: readonly Area[],
): Promise<WindowState> {
  const bytes = await files.read(join(directory, fileName))
  const parsed = windowState.safeParse(parse(bytes))
  return parsed.success && displays.some(display => overlaps(display, parsed.data.bounds))
    ? parsed.data
    : firstWindowState
}

export async function keepWindowState(files: Files, directory: string, state: WindowState): Promise<void> {
  await files.makeDirectory(directory)
  await replaceFile(files, join(directory, fileName), Buffer.from(JSON.stringify(state)))
}

function parse(bytes: Uint8Array | null): unknown {
  try {
    return bytes === null ? null : JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return null
  }
}

/** A monitor may be gone since: enough of the title bar has to be reachable. */
function overlaps(display: Area, window: WindowState['bounds']): boolean {
  if (!('x' in window)) return true
  const { x, y, width } = window
  const reachable = 80
  return (
    x + width >= display.x + reachable &&
    x <= display.x + display.width - reachable &&
    y >= display.y &&
    y <= display.y + display.height - reachable
  )
}
