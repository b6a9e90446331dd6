/** Lies in every folder of backups, for whoever finds the stick. */
export const repositoryReadMe = `\uFEFF${[
  'BẢN SAO LƯU TÒA SOẠN',
  '',
  'Thư mục này do chương trình Tòa Soạn tự tạo khi sao lưu. Đừng sửa, đổi tên hay xóa tệp nào ở đây.',
  '',
  'Khôi phục: mở Tòa Soạn → Cài đặt → Kho dữ liệu → Khôi phục, chọn thư mục chứa thư mục này.',
  'Bằng dòng lệnh: npm run call -- --restore THƯ_MỤC_NÀY --to THƯ_MỤC_MỚI',
  'Dữ liệu luôn được khôi phục ra một thư mục mới, không ghi đè lên dữ liệu đang có.',
  '',
  'ban/     mỗi tệp là một bản sao lưu đã được mở thử và kiểm tra',
  'blobs/   nội dung, mỗi tệp đặt tên theo mã SHA-256 của chính nó',
  '',
  'Bản sao lưu chứa toàn bộ tin bài, kể cả bài chưa duyệt. Hãy cất giữ ổ này như cất giữ hồ sơ.',
].join('\r\n')}\r\n`
