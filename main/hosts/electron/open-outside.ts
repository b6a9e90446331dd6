import { type BrowserWindow, dialog, shell } from 'electron'

const schemes = ['https:', 'mailto:']

/** Opens a link in the person's own browser or mail program, after showing where it leads. */
export async function openOutside(window: BrowserWindow, url: string): Promise<void> {
  if (!URL.canParse(url)) return
  const { protocol, href } = new URL(url)
  if (!schemes.includes(protocol)) return
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: 'Tòa Soạn',
    message: 'Mở liên kết này ngoài Tòa Soạn?',
    detail: href,
    buttons: ['Mở', 'Không mở'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  })
  if (response === 0) await shell.openExternal(href)
}
