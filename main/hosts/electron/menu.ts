import type { MenuItemConstructorOptions } from 'electron'

/** What the menu needs from its window. Keys are written as the page's own shortcuts are. */
export interface MenuActions {
  /** Presses a shortcut of the page, so that menu and keyboard are one. */
  readonly press: (shortcut: string) => void
  readonly print: () => void
  readonly showWorkspace: () => void
  readonly showAbout: () => void
}

/** The window's menu, in Vietnamese. The page's shortcuts are shown, not taken: the page itself listens for them. */
export function menuTemplate(actions: MenuActions, isDeveloping: boolean): MenuItemConstructorOptions[] {
  const pageKey = (label: string, shortcut: string): MenuItemConstructorOptions => ({
    label,
    accelerator: shortcut.replace('Mod', 'CmdOrCtrl'),
    registerAccelerator: false,
    click: () => actions.press(shortcut),
  })
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  return [
    {
      label: 'Tệp',
      submenu: [
        pageKey('Soạn tin mới', 'Alt+N'),
        separator,
        { label: 'In ra PDF…', accelerator: 'CmdOrCtrl+P', click: actions.print },
        { label: 'Mở thư mục làm việc', click: actions.showWorkspace },
        separator,
        { label: 'Thoát', accelerator: 'CmdOrCtrl+Q', role: 'quit' },
      ],
    },
    {
      label: 'Sửa',
      submenu: [
        // Not the roles: Chromium's own undo knows nothing of the editor's history.
        pageKey('Hoàn tác', 'Mod+Z'),
        pageKey('Làm lại', 'Mod+Shift+Z'),
        separator,
        { label: 'Cắt', role: 'cut' },
        { label: 'Sao chép', role: 'copy' },
        { label: 'Dán', role: 'paste' },
        { label: 'Dán không định dạng', role: 'pasteAndMatchStyle' },
        { label: 'Chọn tất cả', role: 'selectAll' },
      ],
    },
    {
      label: 'Đi',
      submenu: [
        pageKey('Bàn việc', 'Alt+1'),
        pageKey('Tin bài', 'Alt+2'),
        pageKey('Duyệt', 'Alt+3'),
        pageKey('Xuất bản', 'Alt+4'),
        pageKey('Sổ sách', 'Alt+5'),
        pageKey('Cài đặt', 'Alt+6'),
        separator,
        pageKey('Tìm lệnh và tin bài…', 'Mod+K'),
      ],
    },
    {
      label: 'Xem',
      submenu: [
        { label: 'Phóng to', role: 'zoomIn', accelerator: 'CmdOrCtrl+=' },
        { label: 'Thu nhỏ', role: 'zoomOut' },
        { label: 'Cỡ thường', role: 'resetZoom' },
        { label: 'Toàn màn hình', role: 'togglefullscreen' },
        ...(isDeveloping
          ? [separator, { label: 'Công cụ phát triển', role: 'toggleDevTools' } as const]
          : []),
      ],
    },
    {
      label: 'Trợ giúp',
      role: 'help',
      submenu: [pageKey('Phím tắt', 'F1'), { label: 'Về Tòa Soạn', click: actions.showAbout }],
    },
  ]
}
