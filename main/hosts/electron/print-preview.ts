import { join } from 'node:path'
import { app, BrowserWindow, dialog } from 'electron'
import type { Files } from '#main/store/files/files'
import { replaceFile } from '#main/store/files/replace-file'
import { appOrigin, isAppUrl } from './app-scheme'
import { guardNavigation } from './navigation'

/** The address of the portal page of the article that the window shows, or null on screens without an article. */
export function previewOf(windowUrl: string): string | null {
  if (!isAppUrl(windowUrl)) return null
  const [, article] = /^#\/(?:soan|duyet)\/([\w-]+)/.exec(new URL(windowUrl).hash) ?? []
  return article === undefined ? null : `${appOrigin}/preview/${article}`
}

/** Prints the article on screen as readers will see it into an A4 PDF at a place the person chooses. */
export async function printPreview(window: BrowserWindow, files: Files): Promise<void> {
  const preview = previewOf(window.webContents.getURL())
  if (preview === null) {
    await say(
      window,
      'Chưa có tin bài nào đang mở.',
      'Mở một tin bài để soạn hoặc duyệt, rồi chọn lại “In ra PDF…”.',
    )
    return
  }
  try {
    const pdf = await renderPdf(preview)
    const chosen = await dialog.showSaveDialog(window, {
      title: 'In ra PDF',
      defaultPath: join(app.getPath('documents'), 'tin-bai.pdf'),
      filters: [{ name: 'PDF', extensions: ['pdf'] }],
    })
    if (!chosen.canceled) await replaceFile(files, chosen.filePath, pdf)
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    await say(window, 'Chưa in được ra PDF.', `Thử lại, hoặc chọn thư mục khác để lưu.\n\n${cause}`)
  }
}

async function renderPdf(url: string): Promise<Buffer> {
  const page = new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true } })
  try {
    guardNavigation(page.webContents, () => {})
    await page.loadURL(url)
    return await page.webContents.printToPDF({ pageSize: 'A4', printBackground: true })
  } finally {
    page.destroy()
  }
}

async function say(window: BrowserWindow, message: string, detail: string): Promise<void> {
  await dialog.showMessageBox(window, { type: 'info', title: 'Tòa Soạn', message, detail, buttons: ['Đóng'] })
}
