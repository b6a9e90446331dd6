import { field } from '../field'

/** Fields of every kind. */
export const commonFields = [
  field('category', 'text', 'Chuyên mục', 'Category', { published: false, required: true }),
  field('byline', 'text', 'Tác giả / bút danh', 'Byline', { published: false }),
  field('sourceName', 'text', 'Nguồn', 'Source', { published: false }),
  field('sourceUrl', 'url', 'Địa chỉ nguồn', 'Source address', { published: false }),
  field('tags', 'list', 'Thẻ', 'Tags', { published: false }),
  field('hotUntil', 'instant', 'Tin nóng đến', 'Hot until', { published: false }),
  field('expiresAt', 'instant', 'Hết hạn lúc', 'Expires at', { published: false }),
] as const

export const documentNumber = field('documentNumber', 'text', 'Số, ký hiệu', 'Document number')
export const documentDate = field('documentDate', 'date', 'Ngày ban hành', 'Date of issue')
export const signer = field('signer', 'text', 'Người ký', 'Signer')
export const audience = field('audience', 'text', 'Đối tượng', 'Audience')
export const startsAt = field('startsAt', 'instant', 'Thời gian', 'Time')
export const place = field('place', 'text', 'Địa điểm', 'Place')
export const chair = field('chair', 'text', 'Chủ trì', 'Chaired by')
export const attendees = field('attendees', 'text', 'Thành phần', 'Attendees')
export const contact = field('contact', 'text', 'Liên hệ', 'Contact')
export const effectiveUntil = field('effectiveUntil', 'date', 'Hiệu lực đến', 'Effective until')
export const periodFrom = field('periodFrom', 'date', 'Từ ngày', 'From')
export const periodTo = field('periodTo', 'date', 'Đến ngày', 'To')
