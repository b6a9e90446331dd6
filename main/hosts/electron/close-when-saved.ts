import { type BrowserWindow, dialog } from 'electron'

const retryAfterMs = 250
const longestWaitMs = 10_000

/**
 * A page that still has unsaved typing refuses to unload. The window then waits and tries again by itself, and only when
 * saving takes too long asks the person.
 */
export function closeWhenSaved(window: BrowserWindow): void {
  let waitedMs = 0
  window.webContents.on('will-prevent-unload', event => {
    if (waitedMs < longestWaitMs) {
      waitedMs += retryAfterMs
      setTimeout(() => window.isDestroyed() || window.close(), retryAfterMs)
    } else if (mayLose(window)) event.preventDefault()
    else waitedMs = 0
  })
}

function mayLose(window: BrowserWindow): boolean {
  const answer = dialog.showMessageBoxSync(window, {
    type: 'warning',
    title: 'Tòa Soạn',
    message: 'Chữ vừa gõ chưa lưu xong.',
    detail: 'Đóng bây giờ thì mất phần chưa lưu. Hãy chờ thêm, hoặc chép phần đó ra nơi khác rồi đóng.',
    buttons: ['Chờ lưu xong', 'Vẫn đóng'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return answer === 1
}
