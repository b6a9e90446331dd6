// @ts-check

/** The article of the demonstration, as document JSON. */
export const article = {
  type: 'doc',
  attrs: { kind: 'news', category: 'tin-tuc-su-kien' },
  content: [
    {
      type: 'headline',
      content: [text('Xã Trúc Thủy mở lớp hướng dẫn nộp hồ sơ trực tuyến tại nhà văn hóa')],
    },
    {
      type: 'lead',
      content: [
        text('Từ thứ bảy tuần này, bà con được hướng dẫn nộp hồ sơ trên Cổng dịch vụ công ngay tại thôn.'),
      ],
    },
    paragraph(
      'Mỗi buổi kéo dài hai giờ, do Tổ công nghệ số cộng đồng phụ trách, có máy tính cho người chưa có điện thoại thông minh.',
    ),
    paragraph('Người dân mang theo căn cước và số điện thoại đã đăng ký tài khoản định danh mức 2.'),
  ],
}

/** @param {string} content */
function text(content) {
  return { type: 'text', text: content }
}

/** @param {string} content */
function paragraph(content) {
  return { type: 'paragraph', content: [text(content)] }
}
