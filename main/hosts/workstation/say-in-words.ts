import { problem } from '#common/api/problems/problem'
import { sentence } from '#common/api/problems/sentence'
import { unreachable } from '#common/domain/unreachable'
import { errorCode } from '#main/store/files/error-code'
import type { Holder } from '#main/store/lock/workspace-lock'
import { WorkspaceError } from '#main/store/workspace-file'

/** Who has the workspace open, for a window that comes second. */
export function holderName({ host }: Pick<Holder, 'host'>): string {
  switch (host) {
    case 'electron':
      return 'Một cửa sổ Tòa Soạn khác'
    case 'browser':
      return 'Tòa Soạn trong trình duyệt'
    case 'command-line':
      return 'Một lệnh đang chạy'
    case 'portal':
      return 'Cổng thử'
    case 'unknown':
      return 'Một chương trình không trả lời'
    default:
      return unreachable(host)
  }
}

/** The embedded portal is away; the newsroom goes on, and what is to be pushed waits as for any portal without a line. */
export const withoutPortal =
  'Cổng đi kèm chưa mở được nên bài đẩy lên cổng ấy sẽ chờ; soạn và duyệt vẫn làm như thường. Đóng rồi mở lại Tòa Soạn để thử lần nữa.'

/** Why a workspace could not be opened and what to do; null for what is a bug of ours. */
export function startFailure(error: unknown): string | null {
  if (error instanceof WorkspaceError) {
    const { directory } = error
    switch (error.kind) {
      case 'damaged':
        return `Tệp workspace.json trong ${directory} không đọc được nên chưa mở kho; không có gì bị thay đổi. Đừng xóa tệp nào. Hãy khôi phục bản sao lưu gần nhất ra thư mục mới: npm run call -- --restore THƯ_MỤC_SAO_LƯU --to THƯ_MỤC_MỚI`
      case 'taken':
        return `Thư mục ${directory} đã có dữ liệu khác mang tên trùng với phần của kho, hoặc là kho thiếu tệp workspace.json. Hãy chọn thư mục khác, hoặc khôi phục bản sao lưu ra thư mục mới.`
      case 'missing':
        return `Không thấy kho dữ liệu trong ${directory}.`
      default:
        return unreachable(error.kind)
    }
  }
  const path = error instanceof Error && 'path' in error ? String(error.path) : ''
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `Ổ đĩa đã đầy nên chưa mở được kho. Giải phóng chỗ rồi mở lại. ${path}`.trim()
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return sentence(problem('folder-not-writable', { path }))
    default:
      return null
  }
}
