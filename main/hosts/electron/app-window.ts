import { app, BrowserWindow, dialog, Menu, type MessagePortMain, screen, shell } from 'electron'
import type { Files } from '#main/store/files/files'
import { appOrigin } from './app-scheme'
import { closeWhenSaved } from './close-when-saved'
import { menuTemplate } from './menu'
import { guardNavigation } from './navigation'
import { openOutside } from './open-outside'
import { givePortPerLoad } from './port-per-load'
import { pressShortcut } from './press-shortcut'
import { printPreview } from './print-preview'
import { windowOptions } from './window-options'
import { keepWindowState, readWindowState } from './window-state'

export interface AppWindowOptions {
  readonly files: Files
  /** The built preload. */
  readonly preload: string
  /** Where this window's own settings are kept. */
  readonly stateDirectory: string
  readonly workspace: () => string
  /** Speaks the contract over the port of each page load. */
  readonly serve: (port: MessagePortMain) => void
}

/** Opens the program's one window on the built renderer. Resolves when its page has loaded. */
export async function openAppWindow(options: AppWindowOptions): Promise<BrowserWindow> {
  const { files, stateDirectory } = options
  const displays = screen.getAllDisplays().map(display => display.workArea)
  const state = await readWindowState(files, stateDirectory, displays)
  const window = new BrowserWindow(windowOptions(state, options.preload, !app.isPackaged))
  const contents = window.webContents
  if (state.maximized) window.maximize()
  guardNavigation(contents, url => void openOutside(window, url))
  closeWhenSaved(window)
  const endPorts = givePortPerLoad(window, options.serve)
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') contents.reload()
  })
  let keeping = Promise.resolve()
  window.on('close', () => {
    const kept = { bounds: window.getNormalBounds(), maximized: window.isMaximized() }
    // One write after the other; a window that opens elsewhere next time is no reason to keep it from closing.
    keeping = keeping.then(() => keepWindowState(files, stateDirectory, kept)).catch(() => {})
  })
  window.once('closed', endPorts)
  window.once('ready-to-show', () => window.show())
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate(
        {
          press: shortcut => pressShortcut(contents, shortcut, process.platform),
          print: () => void printPreview(window, files),
          showWorkspace: () => void shell.openPath(options.workspace()),
          showAbout: () => void showAbout(window),
        },
        !app.isPackaged,
      ),
    ),
  )
  await window.loadURL(`${appOrigin}/`)
  return window
}

async function showAbout(window: BrowserWindow): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'info',
    title: 'Về Tòa Soạn',
    message: `Tòa Soạn ${app.getVersion()}`,
    detail: 'Soạn tin khi không có mạng, duyệt đúng văn bản, đẩy lên cổng và đối chiếu lại.\nGiấy phép MIT.',
    buttons: ['Đóng'],
  })
}
