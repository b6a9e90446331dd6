import { expect, type Locator, type Page } from '@playwright/test'

/** Where messages appear, in either language. */
const notices = /^(Thông báo của chương trình|Messages of the program)$/

/** The people of the sample commune, by what they do. */
export const people = {
  writer: 'Nguyễn Thị Hạnh',
  otherWriter: 'Trần Văn Dũng',
  editor: 'Lê Thu Hương',
  reviewer: 'Phạm Quốc Bình',
  reviewerAndOperator: 'Vũ Thị Mai',
  operator: 'Hoàng Minh Tuấn',
  administrator: 'Đỗ Đức Thắng',
} as const

/** The places of the workstation by their names on the screen. */
export function newsroomScreens(page: Page) {
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const region = (name: string) => page.getByRole('region', { name, exact: true })
  return {
    enterAsWriter: page.getByRole('button', { name: /^Vào thẳng với vai người viết/ }),
    sitDownAs: (name: string) => button(new RegExp(`^Đổi sang: ${name}`)),
    /** Waits until the administrator sits there: sitting down leads to that person's first screen. */
    async openPortalSettings() {
      const administrator = button(new RegExp(`^Đổi sang: ${people.administrator}`))
      await administrator.click()
      await expect(administrator).toHaveAttribute('aria-pressed', 'true')
      await page.goto(`${new URL(page.url()).origin}/#/cai-dat/cong`)
    },
    goTo: (name: string) =>
      page.getByRole('navigation', { name: 'Điều hướng' }).getByRole('link', { name, exact: true }),
    toast: (text: string | RegExp) => page.getByRole('region', { name: notices }).getByText(text),
    lineState: page.getByRole('contentinfo').getByRole('status'),
    offlineSwitch: page.getByRole('switch', { name: 'Làm việc ngoại tuyến' }),

    rows: page.getByRole('table').getByRole('row'),
    article: (headline: string) => page.getByRole('table').getByRole('link', { name: headline, exact: true }),
    createArticle: button(/^Soạn tin mới/),

    /** A new article, the keyboard in its text. */
    async beginArticle() {
      await button(/^Vào thẳng với vai người viết/).click()
      await button(/^Soạn tin mới/).click()
      await expect(page.getByRole('textbox', { name: 'Nội dung bài viết' })).toBeFocused()
    },
    text: page.getByRole('textbox', { name: 'Nội dung bài viết' }),
    saved: page.getByRole('status').filter({ hasText: /^Đã lưu \d\d:\d\d$/ }),
    saving: page.getByRole('status').filter({ hasText: 'Đang lưu' }),
    submit: button(/^Chuyển duyệt/),
    tool: (name: string) =>
      page.getByRole('toolbar', { name: 'Định dạng' }).getByRole('button', { name, exact: true }),
    field: (name: string) => {
      const form = page.getByRole('form', { name: 'Thông tin' })
      return form
        .getByRole('textbox', { name, exact: true })
        .or(form.getByRole('combobox', { name, exact: true }))
    },
    tab: (name: string | RegExp) => page.getByRole('tab', { name }),
    preview: page.frameLocator('iframe[title="Trang trên cổng"]'),

    queue: page.getByRole('navigation', { name: 'Bài chờ duyệt' }),
    queued: (headline: string) =>
      page.getByRole('navigation', { name: 'Bài chờ duyệt' }).getByRole('link').filter({ hasText: headline }),
    reviewedPage: page.frameLocator('iframe[title="Trang cổng"]'),
    approve: button(/^Phê duyệt/),
    giveBack: button(/^Trả lại…/),
    /** What else can be done with the text under review. */
    async moreOfReview(name: string | RegExp) {
      await button('Việc khác với bài này').click()
      await page.getByRole('menuitem', { name }).click()
      // A menu on its way out takes the focus back, and with it closes a list that opens meanwhile.
      await expect(page.getByRole('menu')).toHaveCount(0)
    },

    pushAll: button(/^Đẩy (tất cả|khi có mạng) \(/),
    ready: region('Sẵn sàng'),
    active: region('Đang đẩy'),
    finished: region('Kết quả'),
    rowOf: (group: Locator, headline: string) => group.getByRole('row').filter({ hasText: headline }),
    menuItem: (name: string | RegExp) => page.getByRole('menuitem', { name }),
    dialog: page.getByRole('dialog'),
  }
}

/** Chooses from one of the program's own lists. */
export async function chooseFrom(page: Page, list: Locator, option: string): Promise<void> {
  const wanted = page.getByRole('option', { name: option, exact: true })
  // A menu that has just closed may take the keyboard back, and the list with it.
  await expect(async () => {
    if (!(await wanted.isVisible())) await list.click()
    await expect(wanted).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await wanted.click()
}
