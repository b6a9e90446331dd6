/**
 * How bodies, offices and days are written: Nghị định 30/2020/NĐ-CP, Phụ lục II (capitals). Matched whatever the case and the
 * tone style; a text wholly in capitals is left alone. Longest first where one holds another.
 */
export const officialNames: readonly string[] = `
Ủy ban Mặt trận Tổ quốc Việt Nam
Mặt trận Tổ quốc Việt Nam
Ủy ban nhân dân
Hội đồng nhân dân
Đảng Cộng sản Việt Nam
Đoàn Thanh niên Cộng sản Hồ Chí Minh
Đội Thiếu niên Tiền phong Hồ Chí Minh
Hội Liên hiệp Phụ nữ
Thủ tướng Chính phủ
Văn phòng Chính phủ
Cộng hòa xã hội chủ nghĩa Việt Nam
Tòa án nhân dân
Viện kiểm sát nhân dân
Quân đội nhân dân Việt Nam
Công an nhân dân Việt Nam
Chủ tịch Hồ Chí Minh
Bác Hồ
Nguyên đán
`
  .trim()
  .split('\n')

const laws =
  'đất đai|thống kê|bảo hiểm xã hội|bảo hiểm y tế|nghĩa vụ quân sự|hôn nhân và gia đình|phòng cháy|ngân sách nhà nước|khiếu nại|tố cáo|hộ tịch|cư trú|căn cước|lâm nghiệp|thủy sản|chăn nuôi|trồng trọt|nhà ở|bảo vệ môi trường|di sản văn hóa|an ninh mạng|người cao tuổi|trẻ em|dân quân tự vệ'

/** A few words that take capitals between what stands before and after them (sources of regular expressions). */
interface CapitalPattern {
  readonly before?: string
  readonly words: string
  readonly after?: string
  /** What their beginning becomes; null: only the first letter is raised. */
  readonly right: string | null
}

const wholeWord = { before: '(?<!\\p{L})', after: '(?!\\p{L})' }

/** Certain capitals beside what stands before or after. */
export const capitalPatterns: readonly CapitalPattern[] = [
  { before: 'Đảng(?:,| và|,? các cấp,?)\\s', words: 'nhà nước', after: '(?!\\p{L})', right: 'Nhà nước' },
  { before: 'Đảng,\\s[Nn]hà nước và\\s', words: 'nhân dân', after: '(?!\\p{L})', right: 'Nhân dân' },
  {
    before: '(?<!\\p{L}|các )',
    words: 'luật',
    after:
      ' (?:Đất đai|Nghĩa vụ quân sự|Bảo hiểm|Giao thông|Hôn nhân|Phòng cháy|Ngân sách|Thống kê|Khiếu nại|Tố cáo|Cán bộ|Viên chức|Dân quân|Người cao tuổi|Trẻ em|Hộ tịch|Cư trú|Căn cước|Lâm nghiệp|Thủy sản|Chăn nuôi|Trồng trọt|Xây dựng|Nhà ở|Đầu tư|Bảo vệ|Di sản|An ninh|Tiếp cận|Tổ chức|Phòng, chống|Việc làm|Hợp tác xã|Thanh niên|Tín ngưỡng|Hòa giải|Xử lý|Ban hành|Tiếp công dân|Thực hiện dân chủ|Bầu cử)',
    right: 'Luật',
  },
  { before: '(?<=(?<!\\p{L})Luật )', words: laws, after: '(?!\\p{L})', right: null },
  {
    before: '(?<!\\p{L})',
    words: 'hội đồng',
    after: ' (?:Nghĩa vụ quân sự|Giáo dục|Thi đua|Đội)',
    right: 'Hội đồng',
  },
  {
    before: '(?<!\\p{L}|cơ quan |quản lý |ngân sách |doanh nghiệp |lãnh đạo )',
    words: 'nhà nước',
    after: ' (?:hỗ trợ|đầu tư|cấp|ban hành|thu hồi|giao đất|bồi thường|lo cho|công nhận|bảo hộ|khuyến khích)',
    right: 'Nhà nước',
  },
  {
    before: '(?<=\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+, )',
    words: 'bí thư|phó bí thư|chủ tịch|phó chủ tịch',
    after: ' (?:UBND|HĐND|Đảng ủy|Ủy ban|Hội đồng|Đoàn|Hội|Chi bộ|chi bộ|Đảng bộ)',
    right: null,
  },
  {
    before: '(?<=(?:[Cc]ăn cứ|[Tt]heo|quy định (?:của|tại)|[Tt]hực hiện|phổ biến|tuyên truyền) )',
    words: 'luật',
    after: ` (?:${laws})(?!\\p{L})`,
    right: 'Luật',
  },
  { before: '(?<=(?:pháp luật|chính sách) của )', words: 'nhà nước', after: '(?!\\p{L})', right: 'Nhà nước' },
  {
    before: '(?<=(?<!\\p{L})Hội )',
    words: 'cựu chiến binh|chữ thập đỏ|người cao tuổi',
    after: ' (?:xã|phường|tỉnh|Việt Nam)(?!\\p{L})',
    right: null,
  },
  { before: '(?<=(?<!\\p{L})Hạt )', words: 'kiểm lâm', after: '(?!\\p{L})', right: 'Kiểm lâm' },
  {
    before: '(?<=(?<!\\p{L})Ban )',
    words: 'chỉ huy quân sự',
    after: ' (?:xã|phường|tỉnh)(?!\\p{L})',
    right: 'Chỉ huy Quân sự',
  },
  { ...wholeWord, words: 'tổ quốc', right: 'Tổ quốc' },
  {
    before: '(?<!\\p{L}|tịch |thư |trưởng |viên |phó )',
    words: 'thường trực',
    after: ' (?:HĐND|UBND|Hội đồng nhân dân|Đảng ủy|Ủy ban)(?!\\p{L})',
    right: 'Thường trực',
  },
  {
    before: '(?<!\\p{L})',
    words: 'ngân hàng',
    after: ' (?:Chính sách|Nông nghiệp|Nhà nước|Công Thương|Ngoại thương)(?!\\p{L})',
    right: 'Ngân hàng',
  },
  { ...wholeWord, words: 'chủ nhật', right: 'Chủ nhật' },
  { ...wholeWord, words: 'chủ tịch nước', right: 'Chủ tịch nước' },
  { before: '[Nn]gày ', words: 'quốc khánh', after: '(?!\\p{L})', right: 'Quốc khánh' },
  { ...wholeWord, words: 'tổng bí thư', right: 'Tổng Bí thư' },
  {
    before: '(?<!\\p{L})',
    words: 'điều',
    after: ' \\d+[,]? (?:của )?(?:Luật|Bộ luật|Nghị định|Thông tư|Hiến pháp|Nghị quyết)',
    right: 'Điều',
  },
]

/** Kinds of document that take a capital with their number: Quyết định số 15/QĐ-UBND. */
export const documentKinds =
  'nghị quyết|nghị định|quyết định|thông tư|thông tư liên tịch|chỉ thị|công văn|kế hoạch|thông báo|báo cáo|tờ trình|hướng dẫn|kết luận|công điện|giấy mời|văn bản|luật|pháp lệnh|quy chế|quy định|chương trình|đề án'

/** Offices that take a capital directly before the name of their holder. */
export const offices =
  'tổng bí thư|chủ tịch quốc hội|phó chủ tịch|chủ tịch|phó bí thư|bí thư|thủ tướng|phó thủ tướng|bộ trưởng|thứ trưởng'

/** Common words that pasted headings and zeal write with a capital on every syllable. */
export const overCapitalised: ReadonlySet<string> = new Set(
  `chiến binh, bác sĩ, bằng khen, giấy khen, chỉ huy, kỷ niệm, tiểu học, cấp nước, tổ trưởng, nhà nước, hội nghị, chuyển đổi, kế hoạch, nghị quyết, quyết định, thông báo, công khai, ngân sách, thủ tục, hành chính, tuyên truyền, tập huấn, triển khai, tổ chức, hướng dẫn, ủy ban, hội đồng, nhân dân, phát động, phong trào, công tác, kết quả, thực hiện, chương trình, lãnh đạo, chỉ đạo, tình hình, nhiệm vụ, giải pháp, tuyên dương, khen thưởng, sơ kết, tổng kết, mặt trận, phụ nữ, nông dân, thanh niên, cán bộ, công chức, người dân, địa bàn, chính quyền, bí thư, chủ tịch, văn hóa, thể thao, giáo dục, đào tạo, y tế, kinh tế, xã hội, bộ trưởng, thứ trưởng, giám đốc, hiệu trưởng, trưởng ban, phó ban, trưởng phòng, đại biểu, đảng viên, đoàn viên, hội viên, thành phố, nguy cơ, dịch bệnh, thiên tai, môi trường, học sinh, giáo viên, phụ huynh, nhà trường, dự án, công trình, kinh phí, hồ sơ, giấy tờ, trực tuyến, dịch vụ, trợ cấp, đơn vị, cơ quan, doanh nghiệp, sản xuất, nông nghiệp, chăn nuôi, trồng trọt, phòng chống, kiểm tra, giám sát, xử phạt, vi phạm, an toàn, trật tự, hội thi, thu hoạch, sinh hoạt, chuyên đề, tiêu chí, chỉ tiêu, đóng góp, ủng hộ, quyên góp, vận động, vật tư, thị trấn, thị xã, bảo hiểm, công an, chi bộ, chi đoàn, cha ông`
    .split(',')
    .map(word => word.trim()),
)

/** Provinces and cities, before and after 01/07/2025 (Nghị quyết 202/2025/QH15): lower case after tỉnh or thành phố is a slip. */
export const provinces: readonly string[] =
  `An Giang, Bà Rịa – Vũng Tàu, Bạc Liêu, Bắc Giang, Bắc Kạn, Bắc Ninh, Bến Tre, Bình Dương, Bình Định, Bình Phước, Bình Thuận, Cà Mau, Cao Bằng, Cần Thơ, Đà Nẵng, Đắk Lắk, Đắk Nông, Điện Biên, Đồng Nai, Đồng Tháp, Gia Lai, Hà Giang, Hà Nam, Hà Nội, Hà Tĩnh, Hải Dương, Hải Phòng, Hậu Giang, Hòa Bình, Huế, Hưng Yên, Khánh Hòa, Kiên Giang, Kon Tum, Lai Châu, Lạng Sơn, Lào Cai, Lâm Đồng, Long An, Nam Định, Nghệ An, Ninh Bình, Ninh Thuận, Phú Thọ, Phú Yên, Quảng Bình, Quảng Nam, Quảng Ngãi, Quảng Ninh, Quảng Trị, Sóc Trăng, Sơn La, Tây Ninh, Thái Bình, Thái Nguyên, Thanh Hóa, Thừa Thiên Huế, Tiền Giang, Trà Vinh, Tuyên Quang, Vĩnh Long, Vĩnh Phúc, Yên Bái, Hồ Chí Minh`.split(
    ', ',
  )
