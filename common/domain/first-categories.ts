/** What a portal or folder of this program begins with, in the order of its menu; whoever runs it may change them. */
export const firstCategories = [
  { id: 'tin-tuc-su-kien', name: 'Tin tức – Sự kiện' },
  { id: 'thong-bao', name: 'Thông báo' },
  { id: 'chuyen-doi-so', name: 'Chuyển đổi số' },
  { id: 'lich-cong-tac', name: 'Lịch công tác' },
  { id: 'cong-khai-ngan-sach', name: 'Công khai ngân sách' },
  { id: 'thu-tuc-hanh-chinh', name: 'Thủ tục hành chính' },
  { id: 'huong-dan', name: 'Hướng dẫn' },
  { id: 'van-hoa-xa-hoi', name: 'Văn hóa – Xã hội' },
] as const
