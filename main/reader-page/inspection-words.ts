import type { Localized } from '#common/domain/localized'

const words = {
  title: ['Hồ sơ kiểm tra', 'Inspection pack'],
  madeBy: ['Lập lúc {at}, người lập: {by}', 'Made {at} by {by}'],
  period: ['Kỳ: {from} – {to}', 'Period: {from} – {to}'],
  machine: [
    'Khóa máy trạm “{name}”: {kid} · vân tay {fingerprint}',
    'Key of workstation “{name}”: {kid} · fingerprint {fingerprint}',
  ],
  language: ['English', 'Tiếng Việt'],
  print: ['In bài này', 'Print this article'],
  whole: ['Nội dung trong trang này nguyên vẹn', 'What this page carries is whole'],
  wholeText: [
    'Đã tính lại mã băm của mọi phiên bản và kiểm tra mọi chữ ký mang trong trang. Chưa kiểm tra các tệp bên cạnh (ảnh, tệp đính kèm, bản gốc).',
    'Every version was hashed again and every signature checked. The files beside this page (pictures, attachments, originals) were not checked yet.',
  ],
  allWhole: ['Toàn bộ hồ sơ nguyên vẹn: {count} tệp', 'The whole pack is intact: {count} files'],
  allWholeText: [
    'Đã kiểm tra cả trang này lẫn mọi tệp bên cạnh; không thiếu, không thừa tệp nào.',
    'This page and every file beside it were checked; none is missing and none is foreign.',
  ],
  otherPack: [
    'Tệp thả vào là một hồ sơ khác với trang đang mở',
    'What was dropped is another pack than this page',
  ],
  broken: ['Không chấp nhận hồ sơ này', 'This pack is refused'],
  brokenText: ['Chỗ sai đầu tiên: {what}.', 'First thing wrong: {what}.'],
  limits: [
    'Kiểm tra cho biết nội dung không đổi từ khi ký, không cho biết khóa là của ai. So vân tay khóa với đơn vị. Cách kiểm tra không cần trang này: HUONG-DAN.txt.',
    'The check shows that nothing changed since it was signed, not whose key it is. Compare the fingerprint with the newsroom. To check without this page see HUONG-DAN.txt.',
  ],
  drop: [
    'Kiểm tra cả các tệp: thả tệp .zip hoặc thư mục vào đây, hoặc',
    'Check the files too: drop the .zip or the folder here, or',
  ],
  choose: ['chọn tệp .zip', 'choose the .zip'],
  checking: ['Đang kiểm tra…', 'Checking…'],
  unreadable: ['Không đọc được tệp này như một hồ sơ .zip', 'This file could not be read as a .zip'],
  search: ['Tìm bài, người, chữ (không cần dấu)', 'Search articles, people, words'],
  articles: ['{count} tin bài', '{count} articles'],
  none: ['Không có bài nào khớp.', 'No article matches.'],
  authors: ['Người viết', 'Authors'],
  approvals: ['Phê duyệt', 'Approvals'],
  noApprovals: ['Chưa có phê duyệt.', 'No approval.'],
  approved: ['{who} phê duyệt phiên bản {number} lúc {at}', '{who} approved version {number} at {at}'],
  signedLevel: [
    '{who} ký cấp {level}/{of} ({name}), phiên bản {number}, lúc {at}',
    '{who} signed level {level} of {of} ({name}), version {number}, at {at}',
  ],
  urgent: [
    '{who} quyết định đăng khẩn phiên bản {number} lúc {at}, lý do:',
    '{who} decided to publish version {number} urgently at {at}, because:',
  ],
  urgentUntil: ['Hạn phê duyệt: {until}', 'Approval was due until {until}'],
  levelOf: ['cấp {level} trong {of} cấp duyệt: {name}', 'level {level} of {of}: {name}'],
  'four-eyes/1': ['một người không viết bài phê duyệt', 'approved by one person who wrote none of it'],
  sound: [
    '✓ Chữ ký đúng, khớp phiên bản và trang độc giả',
    '✓ Signature valid; matches version and readers’ page',
  ],
  unsound: ['✗ Chữ ký không đúng hoặc không khớp', '✗ Signature invalid or not matching'],
  byFile: ['Duyệt bằng tệp', 'Approved by file'],
  policy: ['Quy tắc: {policy} · khóa {kid}{demo}', 'Policy: {policy} · key {kid}{demo}'],
  demo: [' (khóa mẫu, không có giá trị)', ' (sample key, without value)'],
  versions: ['Phiên bản', 'Versions'],
  version: ['Phiên bản {number} · {by} · {at}', 'Version {number} · {by} · {at}'],
  page: ['Trang như độc giả thấy', 'Page as readers saw it'],
  changes: ['Thay đổi so với phiên bản trước', 'Changes since the version before'],
  unread: [
    'Kho không đọc được phiên bản này nguyên vẹn khi lập hồ sơ.',
    'The store could not read this version whole.',
  ],
  pushes: ['Đăng lên cổng và đối chiếu', 'Publication and read-back'],
  noPushes: ['Chưa đăng lên cổng nào.', 'Not sent to any portal.'],
  push: ['{decision} · {portal} · số thứ tự {sequence}', '{decision} · {portal} · sequence {sequence}'],
  receipt: ['Cổng xác nhận lúc {at}; người đẩy: {by}', 'Confirmed by the portal {at}; sent by {by}'],
  notDone: ['Trạng thái: {state}', 'State: {state}'],
  readBack: ['Độc giả ẩn danh thấy lúc {at}: {parts}', 'An anonymous reader saw at {at}: {parts}'],
  right: ['đúng', 'right'],
  different: ['KHÁC', 'DIFFERENT'],
  missing: ['THIẾU', 'MISSING'],
  text: ['Bài', 'Text'],
  absence: ['Đã gỡ khỏi trang công khai', 'Gone from the public page'],
  notice: ['Có thông báo thay cho bài', 'A notice stands in its place'],
  category: ['Chuyên mục', 'Category'],
  date: ['Ngày đăng', 'Date of publication'],
  file: ['Tệp', 'File'],
  image: ['Ảnh', 'Picture'],
  comments: ['Ý kiến trao đổi', 'Comments'],
  resolved: ['Đã giải quyết: {who}, {at}', 'Resolved: {who}, {at}'],
  journal: ['Nhật ký', 'Journal'],
  journalText: [
    'Trích từ nhật ký của máy trạm. Số dòng và mã chuỗi để đối chiếu với Sổ sách tại đơn vị.',
    'Taken from the workstation’s journal. Numbers and chain hashes are for comparing with its records.',
  ],
  program: ['Chương trình', 'The program'],
  hashes: ['Mã SHA-256', 'SHA-256'],
  'article.created': ['Tạo tin bài', 'Created'],
  'article.edited': ['Sửa nội dung', 'Edited'],
  'article.submit': ['Chuyển duyệt', 'Submitted'],
  'article.withdraw': ['Rút về', 'Withdrawn'],
  'article.claim': ['Nhận duyệt', 'Claimed'],
  'article.release': ['Bỏ nhận duyệt', 'Released'],
  'article.return': ['Trả lại', 'Returned'],
  'article.approve': ['Phê duyệt', 'Approved'],
  'article.publish-urgently': ['Đăng khẩn', 'Published urgently'],
  'article.reopen': ['Mở lại để sửa', 'Reopened'],
  'article.spike': ['Loại bài', 'Spiked'],
  'article.restore': ['Lấy lại bài', 'Restored'],
  'publication.decided': ['Quyết định đăng', 'Publication decided'],
  'publication.confirmed': ['Cổng xác nhận', 'Confirmed by the portal'],
  'publication.read-back': ['Đối chiếu', 'Read back'],
  'job.waiting': ['Chờ đẩy', 'Waiting'],
  'job.sending': ['Bắt đầu đẩy', 'Sending'],
  'job.unknown': ['Chưa rõ kết quả', 'Outcome unknown'],
  'job.done': ['Đẩy xong', 'Delivered'],
  'job.refused': ['Cổng từ chối', 'Refused'],
  'job.superseded': ['Có quyết định mới hơn', 'Superseded'],
  'job.cancelled': ['Hủy đẩy', 'Cancelled'],
  facts: ['Sai hoặc thiếu thông tin', 'Wrong or missing facts'],
  wording: ['Câu chữ, chính tả', 'Wording, spelling'],
  'personal-data': ['Lộ thông tin cá nhân', 'Personal data'],
  picture: ['Ảnh hoặc chú thích', 'Picture or caption'],
  attachment: ['Tệp đính kèm', 'Attachment'],
  form: ['Thể thức, mẫu trình bày', 'Form'],
  other: ['Lý do khác', 'Other reason'],
  publish: ['Đăng', 'Publish'],
  correct: ['Đính chính', 'Correct'],
  confirm: ['Gửi phê duyệt', 'Send the approval'],
  'take-down': ['Gỡ bài', 'Take down'],
  expire: ['Hết hạn', 'Expire'],
  waiting: ['chờ đẩy', 'waiting'],
  sending: ['đang đẩy', 'sending'],
  unknown: ['chưa rõ', 'unknown'],
  refused: ['cổng từ chối', 'refused'],
  superseded: ['đã có quyết định mới hơn', 'superseded'],
  cancelled: ['đã hủy', 'cancelled'],
  done: ['xong', 'done'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>

export type Language = keyof Localized
export type Word = keyof typeof words

/** A sentence in the language of the page; what it is filled with stands as it is. */
export type Say = (word: Word, values?: Readonly<Record<string, string | number>>) => string

export function sayIn(language: Language): Say {
  return (word, values = {}) =>
    words[word][language === 'vi' ? 0 : 1].replace(/\{(\w+)\}/g, (whole, name: string) =>
      String(values[name] ?? whole),
    )
}

/** A name of the data (type of an entry, state) in words; as it is when this page has none. */
export function sayName(say: Say, name: string): string {
  return Object.hasOwn(words, name) ? say(name as Word) : name
}
