import { formatInstant } from '#common/domain/vietnam-time'
import type { ExportedArticle } from './export-article'

/** What lies in an export, for whoever opens it years later without the program. */
export function readMe(organisation: string, articles: readonly ExportedArticle[], nowMs: number): string {
  const missing = articles.filter(article => article.missing.length > 0)
  const lines = [
    'TIN BÀI XUẤT TỪ TÒA SOẠN',
    '',
    `Đơn vị: ${organisation === '' ? '(chưa đặt tên)' : organisation}`,
    `Xuất lúc: ${formatInstant(new Date(nowMs).toISOString())} (giờ Việt Nam)`,
    `Số tin bài: ${articles.length}`,
    '',
    'Các tệp ở đây mở được mà không cần chương trình Tòa Soạn:',
    '',
    'danh-sach.json       danh sách tin bài và thư mục của từng bài',
    'tin-bai/…/tin.html   bài ở dạng hiện tại, mở bằng trình duyệt',
    'tin-bai/…/tin.json   toàn bộ dữ liệu của bài: các mục, nội dung, tác giả, phiên bản, bản đăng',
    'tin-bai/…/tep/       ảnh và tệp đính kèm của bài',
    'tin-bai/…/phien-ban/ các phiên bản đã chuyển duyệt, đúng từng byte:',
    '                     số.json là văn bản được ký duyệt, số.html là HTML độc giả nhận được',
    '',
    'Tên tệp trong tep/ bắt đầu bằng 8 ký tự đầu của mã SHA-256. Muốn kiểm tra một tệp hay một',
    'phiên bản còn nguyên vẹn, tính mã SHA-256 của nó (lệnh sha256sum, hoặc certutil -hashfile TỆP SHA256)',
    'rồi so với mã ghi trong tin.json. Chữ viết theo Unicode dựng sẵn, mã hóa UTF-8.',
  ]
  if (missing.length > 0) {
    lines.push('', 'KHÔNG ĐỌC ĐƯỢC (dữ liệu gốc bị hỏng):', '')
    for (const { headline, missing: parts } of missing) lines.push(`- ${headline}: ${parts.join(', ')}`)
  }
  // Notepad of older Windows wants a byte order mark and its own line ends.
  return `\uFEFF${lines.join('\r\n')}\r\n`
}
