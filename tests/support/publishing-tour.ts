import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { newsroomScreens, people } from './newsroom-screens'
import type { Workstation } from './workstation'

type Stop = (name: string) => Promise<void>

const approved = 'Cổng trường thông thoáng nhờ làn đón học sinh theo khối'

/** Walks through what an operator meets with portals of every sort: wizard, folder, copying by hand, drift, taking down. */
export async function publishingTour(
  page: Page,
  workstation: Workstation,
  folder: string,
  stop: Stop,
): Promise<void> {
  const screens = newsroomScreens(page)
  const site = createServer((_request, response) => response.end('<title>Xã cũ</title><p>Trang chủ</p>'))
  await new Promise<void>(resolve => site.listen(0, '127.0.0.1', resolve))
  try {
    await mkdir(folder, { recursive: true })
    await screens.enterAsWriter.click()
    await screens.openPortalSettings()
    await wizard(page, site.address(), folder, stop)
    await screens.sitDownAs(people.operator).click()
    await screens.goTo('Xuất bản').click()
    await byHand(page, stop)
    await drifted(page, workstation, folder, stop)
  } finally {
    site.close()
  }
}

async function wizard(
  page: Page,
  address: ReturnType<ReturnType<typeof createServer>['address']>,
  folder: string,
  stop: Stop,
): Promise<void> {
  const { dialog } = newsroomScreens(page)
  const give = async (place: string) => {
    await page.getByRole('button', { name: 'Nối cổng' }).click()
    await dialog.getByRole('textbox', { name: /^Địa chỉ cổng/ }).fill(place)
    await page.keyboard.press('Enter')
  }
  const connect = async () => {
    await dialog.getByRole('button', { name: 'Nối', exact: true }).click()
    await dialog.getByRole('button', { name: 'Kiểm tra và tải chuyên mục' }).click()
    await expect(dialog).toContainText('Mọi bước đều đạt')
  }
  const done = async () => {
    await dialog.getByRole('button', { name: 'Xong' }).click()
    await expect(dialog).toHaveCount(0)
  }
  await give(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`)
  await expect(dialog.getByRole('button', { name: 'Đăng bằng cách chép tay' })).toBeVisible()
  await stop('cong-khong-giao-dien')
  await dialog.getByRole('button', { name: 'Đăng bằng cách chép tay' }).click()
  await expect(dialog).toContainText('Đã thấy: Xã cũ')
  await stop('cong-chep-tay')
  await connect()
  await stop('cong-da-thu')
  await done()
  await give(folder)
  await expect(dialog).toContainText('sẽ chứa cả trang web')
  await stop('cong-thu-muc')
  await connect()
  await done()
  await stop('cong-da-noi')
}

async function byHand(page: Page, stop: Stop): Promise<void> {
  const { dialog, ready, rowOf, menuItem, finished } = newsroomScreens(page)
  await rowOf(ready, approved).getByRole('checkbox').click()
  await page.getByRole('button', { name: /^Hẹn giờ/ }).click()
  await expect(dialog).toBeVisible()
  await stop('hen-gio')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await page.getByRole('button', { name: /^Đẩy 1 tin đã chọn/ }).click()
  const row = page.getByRole('row', { name: approved }).filter({ hasText: 'Chờ chép tay' })
  await expect(rowOf(finished, approved).filter({ hasText: 'Đã thấy trên cổng' })).toHaveCount(2, {
    timeout: 60_000,
  })
  await stop('xuat-ban-cho-chep-tay')
  await row.getByRole('button', { name: 'Phiếu chép tay…' }).click()
  await expect(dialog.getByRole('button', { name: 'Chép ô Nội dung' })).toBeVisible()
  await stop('phieu-chep-tay')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  const live = rowOf(finished, approved).first()
  for (const [entry, name] of [
    [/^Gỡ bài…$/, 'go-bai'],
    [/^Gỡ bài, để lại/, 'go-bai-co-thong-bao'],
  ] as const) {
    await live.getByRole('button', { name: /^Thao tác/ }).click()
    await menuItem(entry).click()
    await expect(dialog).toBeVisible()
    await stop(name)
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }
}

async function drifted(page: Page, workstation: Workstation, folder: string, stop: Stop): Promise<void> {
  const { finished, rowOf } = newsroomScreens(page)
  const [name = ''] = (await readdir(join(folder, 'bai'))).filter(file => file.startsWith('cong-truong'))
  const path = join(folder, 'bai', name)
  await writeFile(path, (await readFile(path, 'utf8')).replace('vạch sơn', 'vạch phấn'))
  const { rows } = await workstation.ask('tuan', 'articles.list', {})
  const article = rows.find(({ headline }) => headline === approved)?.id
  if (article === undefined) throw new Error('no article')
  await workstation.ask('tuan', 'publishing.readBack', { article })
  const row = rowOf(finished, approved).filter({ hasText: 'Chữ trên cổng khác bản đã duyệt' })
  await expect(row).toBeVisible()
  await stop('xuat-ban-lech')
  await row.getByRole('button', { name: 'Xem chỗ khác' }).click()
  await expect(page.locator('.comparison')).toContainText('phấn')
  await stop('cong-khac-ban-duyet')
}
