import { join } from 'node:path'
import { z } from 'zod'
import type { PortalDescription } from '#common/api/portal-api'
import type { Files } from '#main/store/files/files'
import { replaceFile } from '#main/store/files/replace-file'

export type Categories = Readonly<PortalDescription['categories']>

export const categoriesFile = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    name: z.string().trim().min(1).max(200),
  }),
)

/** A portal owns its categories: those given are kept in `categories.json`, which holds from then on. */
export async function openCategories(
  files: Files,
  directory: string,
  given?: Categories,
): Promise<Categories> {
  const path = join(directory, 'categories.json')
  const stored = await files.read(path)
  if (given === undefined && stored !== null) {
    return categoriesFile.parse(JSON.parse(Buffer.from(stored).toString()))
  }
  const chosen = categoriesFile.parse(given ?? defaultCategories)
  await replaceFile(files, path, Buffer.from(JSON.stringify(chosen, null, 2)))
  return chosen
}

/** In the order of the portal's menu. */
export const defaultCategories: Categories = [
  { id: 'tin-tuc-su-kien', name: 'Tin tức – Sự kiện' },
  { id: 'thong-bao', name: 'Thông báo' },
  { id: 'chuyen-doi-so', name: 'Chuyển đổi số' },
  { id: 'lich-cong-tac', name: 'Lịch công tác' },
  { id: 'cong-khai-ngan-sach', name: 'Công khai ngân sách' },
  { id: 'thu-tuc-hanh-chinh', name: 'Thủ tục hành chính' },
  { id: 'huong-dan', name: 'Hướng dẫn' },
  { id: 'van-hoa-xa-hoi', name: 'Văn hóa – Xã hội' },
]
