import { describe, expect, it } from 'vitest'
import type { BlockKind } from '#common/vietnamese/proofreading/article-text'
import { emptyNamesTable, type NamesTable } from '#common/vietnamese/proofreading/names-table'
import { proofread } from '#common/vietnamese/proofreading/proofread'
import { articleOf } from '#tests/support/proofreading/corpus'

const rulesIn = (text: string, kind: BlockKind = 'paragraph', names: NamesTable = emptyNamesTable) =>
  proofread({ ...articleOf([]), blocks: [{ kind, text }], names }).map(({ rule }) => rule)
const fixesOf = (text: string) =>
  proofread({ ...articleOf([]), blocks: [{ kind: 'paragraph', text }] }).flatMap(({ fixes }) =>
    fixes.slice(0, 1),
  )

describe('errors', () => {
  it.each([
    ['Nhà xưỡng đã xong.', 'hoi-nga'],
    ['Kế hoạch bổ xung vốn.', 'confusable-phrase'],
    ['LỄ KỶ NIÊM 60 NĂM', 'compound-misspelt'],
    ['Người dân đựơc hỗ trợ.', 'tone-place'],
    ['Doanh thu 1,525,644 đồng.', 'number-grouping'],
    ['Đạt 98.7% kế hoạch.', 'decimal-point'],
    ['Họp vào thứ Hai, ngày 17/11/2026.', 'weekday-mismatch'],
    ['Họp ngày 31/4/2026.', 'impossible-date'],
    ['Từ ngày 20/10/2026 đến ngày 14/10/2026.', 'range-reversed'],
    ['Mới đây (tháng 8/2002), Bộ công bố xếp hạng năm 2021.', 'recently-long-ago'],
    ['Kỷ niệm 61 năm Ngày thành lập (20/11/1964 – 20/11/2024).', 'anniversary-mismatch'],
    ['Báo cáo quý III (từ 01/4 đến 30/6).', 'quarter-mismatch'],
    ['Có 96 quầy trong tổng số 172 quầy đã dùng mã, bằng 65,8%.', 'ratio-mismatch'],
    ['Ông nói: “Phải làm ngay" rồi ra về.', 'quote-mixed'],
    ['Dữ liệu, hạ tầng…, kết nối.', 'ellipsis-form'],
    ['công nghệ thông tin (CNNT) phát triển', 'abbreviation-initials'],
    ['Theo nghị quyết số 15-NQ/TW.', 'official-capital'],
    ['Ra quân của của thanh niên.', 'word-doubled'],
    ['Báo cáo công khia kết quả.', 'compound-misspelt'],
    ['Ông đã xin hoản buổi làm việc, tạm hoản một tuần.', 'confusable-phrase'],
    ['Nhà trườngg họp phụ huynh.', 'tone-place'],
    ['Các trươngf học đã nghỉ.', 'not-a-syllable'],
    ['Đường liên thoon dài 2 km.', 'not-a-syllable'],
    ['Quyết định số 412/QD-UBND.', 'document-number'],
    ['Việc ấy có đúng không?.', 'marks-doubled'],
    ['Bà con khôgn tự ý chặt cây.', 'not-a-syllable'],
    ['Ngay torng đêm, dân quân đã đến.', 'not-a-syllable'],
    ['Xã đuă bà con ra khỏi vùng lũ.', 'not-a-syllable'],
    ['Giá chưua được như ý.', 'not-a-syllable'],
    ['Nhiều hộ đã nhâjn tiền.', 'not-a-syllable'],
    ['Ở chợ có Tie61ng khèn.', 'not-a-syllable'],
    ['Tổ vớt rác trênkênh chính.', 'words-joined'],
    ['Mọi tiện ýt đều có.', 'unwritten-syllable'],
    ['Có đông đủ nh©n dân tới dự.', 'broken-letter'],
    ['Có kho\ufffdng 380 người dự.', 'broken-letter'],
    ['Họp từ 7 giờ đến 1O giờ sáng.', 'letter-in-figure'],
    ['Theo dõi trong 48giờ sau tiêm.', 'figure-joined'],
    ['Tổ hòa giải làm tốt, đạt84,6% số vụ.', 'figure-joined'],
    ['Trời đã tạnh mưa. Các thôn cùng nhau nạo vét bùn dưới kênh,', 'sentence-end'],
    ['Tổ bầu cử đã kiểm phiếu. Biên bản được gửi lên xã theo đúng quy định', 'sentence-end'],
    ['Khán giả đứng kín bốn phía sân, Mỗi đội có mười hai người.', 'sentence-end'],
    ['Bà nói: “Tối lửa tắt đèn có nhau” Theo ông Thịnh, tổ đã đến năm lần.', 'sentence-end'],
    ['Hỏi: Tôi 45 tuổi, muốn đóng bảo hiểm thì phải làm gì.', 'sentence-end'],
    ['Đề nghị các thôn báo cáo trước ngày 30/4./..', 'marks-doubled'],
    ['Đồng chí là đảng viên trẻ nhất Chi Bộ.', 'capital-too-many'],
    ['Sáng mồng 8 tháng giêng, xã khai hội.', 'official-capital'],
    ['Tại lễ khai giảng, hội khuyến học xã trao 86 suất quà.', 'official-capital'],
    ['Trong quý II/2026 (từ tháng 7 đến tháng 9), hội xây quỹ.', 'quarter-mismatch'],
    ['Mở rộng xưởng vào quý I/2027 (tháng 5/2027).', 'quarter-mismatch'],
    ['Xã có 4,286.5 ha rừng.', 'number-grouping'],
    ['Có 1.120 ,3 ha thuộc vùng trọng điểm.', 'decimal-point'],
    ['Không bán ở lòng đường，vỉa hè.', 'lookalike-letter'],
    ['Bà con bấm "Gửi" rồi chờ.', 'quote-straight'],
    ['Các chi đoàn họp tại NVH xã.', 'abbreviation-unknown'],
    ['Thu phí theo QĐ số 18 của xã.', 'abbreviation-unexplained'],
    ['Theo quy định của pháp Luật.', 'capital-too-many'],
    ['Hội đồng thông qua bảy Nghị Quyết quan trọng.', 'capital-too-many'],
    ['Cụ nhận Huân chương kháng chiến hạng Nhì.', 'official-capital'],
    ['Bác sĩ Lâm thị Út đến tận nhà.', 'official-capital'],
    ['Ông Đặng Trần hoãn, sinh năm 1941.', 'official-capital'],
    ['Mọi việc đã xong. Hộ Hộ nào cần thì báo.', 'word-doubled'],
    ['Hôm ấy ban tổ chức ban tổ chức trao giải.', 'word-doubled'],
    ['Họp tốt đẹp cả ngày. Họp tốt đẹp cả ngày.', 'sentence-doubled'],
    ['Thư viện có 8,420 đầu sách.', 'number-grouping'],
    ['Giá lúa 6,900 – 7.100 đồng.', 'number-grouping'],
    ['Thu đạt 18.750.00 nghìn đồng.', 'number-grouping'],
    ['Đạt 98 ,1% cử tri.', 'decimal-point'],
    ['Gọi tổng đài „1900” để báo.', 'quote-mixed'],
    ['Lúc ấy đã 25 giờ đêm.', 'impossible-time'],
    ['Thẻ BHYTT còn hạn.', 'abbreviation-form'],
    ['Điện ddieenj thoại ghi trên hóa đơn.', 'not-a-syllable'],
    ['Đaay là hoạt động thường niên.', 'not-a-syllable'],
    ['Toàn xã ho65i họp nhân dân.', 'not-a-syllable'],
    ['Xã khônng còn hộ nghèo.', 'not-a-syllable'],
    ['Thực hiện Chỉ thị số 26/CT-TTG.', 'document-number'],
    ['Theo Nghị định số 106/2025/NĐ- CP.', 'document-number'],
    ['Phát sóng từ 5 giờ 30 đến 5 giờ.', 'range-reversed'],
    ['Chiều ngày ngày 5/10, xã họp.', 'word-doubled'],
    ['Hồ sơ đạt 95%hồ sơ trực tuyến.', 'space-after-mark'],
    ['Kết quả, em nguyễn Đức Mạnh giành giải Nhất.', 'official-capital'],
    ['Theo Luật thống kê năm 2015.', 'official-capital'],
    ['Căn cứ luật Nghĩa vụ quân sự năm 2015.', 'official-capital'],
    ['Xã được tặng Bằng Khen của tỉnh.', 'capital-too-many'],
    ['Trẻ được uống sữa từ Tháng 9 năm nay.', 'capital-too-many'],
    ['ngày hội diễn ra tại sân vận động trung tâm với đông đảo bà con tham dự.', 'sentence-start'],
    ['Ông Vũ Đình Khảm đến. Ông Vũ Đình Khảng về.', 'person-two-spellings'],
    ['Cầu thủ Hoàng Văn Quyết ghi bàn. Cầu thủ Hoàng Văn Quyếc vui.', 'person-two-spellings'],
    ['Thôn Đá Bạc họp. Đội Đá Bạc thắng. Thôn Đá Bạt nhận giải.', 'place-two-spellings'],
    ['Ông Lò Thị Én đến.', 'person-two-titles'],
    ['Đồng chí lục Văn Tiệp phát biểu.', 'official-capital'],
    ['Hội cựu chiến binh xã họp.', 'official-capital'],
    ['Kỳ họp khai mạc ngày 18/12/2026 (thứ Năm).', 'weekday-mismatch'],
    ['Nộp báo cáo quý I/2027, cụ thể là ngày 15/5/2027.', 'quarter-mismatch'],
    ['Danh sách Danh sách ứng cử gồm năm người.', 'word-doubled'],
    ['Bà con khỏe, k còn cảnh lội bùn.', 'abbreviation-form'],
    ['Dự án do BQLDA xã làm chủ đầu tư.', 'abbreviation-unknown'],
    ['Kỳ họp đã bế mặc.', 'compound-misspelt'],
    ['Thứ hai, ngày 14/12/2026, xã họp dân.', 'official-capital'],
    ['Bà con đã đã được được hỗ trợ.', 'word-doubled'],
    ['Doanh thu quý III tính từ ngày 01/4/2026.', 'quarter-mismatch'],
    ['Họp ngày 18/12/2026 (thứ bẩy).', 'weekday-mismatch'],
    ['Cả thôn đồng tình ,mọi người ký tên.', 'space-before-mark'],
    ['Tàu chạy khi sóng cao 2.0 – 3,5 m.', 'decimal-point'],
    ['Xử phạt theo Nghị định số 120/2013/NĐ/CP.', 'document-number'],
    ['Trong quý III/2026, từ tháng 10 đến tháng 12, xã đôn đốc.', 'quarter-mismatch'],
    ['Ông Kha và bà bà Lành đã làm lành.', 'word-doubled'],
    ['Mười hai em học sinh, sih viên nhận quà.', 'not-a-syllable'],
    ['Thanh niên sẵn sàng bảo vệ tổ quốc.', 'official-capital'],
    ['Cả xã tham ra dọn đường.', 'compound-misspelt'],
    ['Đứng chong nhà mà nhìn.', 'compound-misspelt'],
    ['Trung tá Hồ Sỹ Luyến đến. Thiếu tá Hồ Sỹ Luyến nói.', 'person-two-titles'],
    ['Phó Chủ tịch HĐND Bùi Quang Thiệp. Chủ tịch HĐND Bùi Quang Thiệp.', 'person-two-titles'],
    ['Chờ ba mươi (20) phút.', 'number-in-words'],
    ['Hồ sơ ko đủ.', 'abbreviation-form'],
    ['Chiếu phim vào Thứ Sáu hằng tuần.', 'capital-too-many'],
    ['Trú tại Thôn Giếng, xã nhà.', 'capital-too-many'],
    ['Bữa ấy nhà giột.', 'unwritten-syllable'],
    ['Họp xong rồi.. Bà con về.', 'marks-doubled'],
    ['Đưa nạn nhân đi lafm thủ tục.', 'not-a-syllable'],
    ['Bà con đươjc giúp đỡ.', 'not-a-syllable'],
    ['Quản lý chợ hco biết sẽ sửa.', 'not-a-syllable'],
    ['Ông chởo từng đứa về.', 'not-a-syllable'],
    ['Phát từ 5 giờ đến 26 giờ.', 'impossible-time'],
    ['Anh Mạo Anh Mạo còn dạy nghề.', 'word-doubled'],
  ])('%s', (text, rule) => {
    expect(rulesIn(text)).toContain(rule)
  })

  it('are found where two paragraphs have one sentence', () => {
    const said = 'Mỗi thôn có một tổ xung kích mười lăm người, sẵn sàng khi có lệnh.'
    const blocks = [`${said} Dân yên tâm.`, `Xã dặn thêm. ${said}`].map(text => ({
      kind: 'paragraph' as const,
      text,
    }))
    expect(proofread({ ...articleOf([]), blocks }).map(({ rule }) => rule)).toContain('sentence-doubled')
  })

  it('of where a text comes from stand beside those of its headline', () => {
    const found = proofread({ ...articleOf(['LỄ HỘI LÀNG ĐÔNG VỰC', 'Bà con vui.']), kind: 'repost' })
    expect(found.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['headline-capitals', 'repost-author', 'repost-date', 'repost-link']),
    )
  })

  it('come with what should stand there', () => {
    expect(fixesOf('Xã bổ xung vốn.')).toEqual(['bổ sung'])
    expect(fixesOf('Bà con ddi xem hội.')).toEqual(['đi'])
    expect(fixesOf('SÁT NHẬP XÃ LÀ VIỆC LỚN CỦA CẢ NƯỚC')).toContain('SÁP NHẬP')
  })
})

describe('what looks like an error and is none', () => {
  it.each([
    'Bà H’Bliăk ở xã Krông Bông, tỉnh Đắk Lắk kể chuyện.',
    'Căn cứ Nghị định số 30/2020/NĐ-CP và Công văn 15/UBND-VP.',
    'Truy cập https://dichvucong.gov.vn/p/home hoặc gửi thư tới a.b@xa.example.',
    'Thủ tục gồm 2 bản sao, 1 bản chính; lệ phí 8.000 đồng (tám nghìn đồng).',
    'Phong trào #30ngày chạy bộ của đoàn viên thu hút nhiều bạn trẻ.',
    'Căn cứ Luật Đầu tư (2020), đoàn giám sát rà soát các dự án trong năm (2025).',
    'Đội nhà thắng 3 – 1, tỷ lệ bản đồ 1 : 500, phiên bản 4.0.',
    'Cả nhân dân trong thôn cùng làm; ngày ngày người người ra đồng.',
    'Vắc xin, ô-tô, VNeID, VietGAP, COVID-19, #TrucThuy.',
    'Lần thứ hai trong năm, ngày thứ ba của hội nghị.',
    'Đọc thêm tại Điều 5, khoản 2, điểm a v.v.',
    'Ban hành sử dụng mẫu mới, lưu dữ liệu, tổng số tiền xử phạt.',
    'Nhóm bạn chơi game, tải app và học cách dùng wifi free ở bản.',
    'Luật sư đến từ sáng; các luật sư khác cùng dự.',
    'Rau bán ở chợ, con gái, đồ thị, rượu chè.',
    'Một cửa làm việc từ 7 giờ đến 5 giờ chiều, từ 7 giờ đến 5 giờ 30 chiều.',
    'Đội tuần tra từ 9 giờ đến 3 giờ sáng hôm sau.',
    'Ông Vũ Đình Khảm và ông Vũ Đình Hùng cùng về; bà Lò Thị Én ở lại.',
    'Nộp ba mươi (30) nghìn, hai mươi tư (24) suất, một trăm linh năm (105) hộ.',
    'Thứ ba (2) là việc học, tháng năm (6) là mùa gặt.',
    'Trưởng Phòng Kinh tế xã và Trưởng phòng Văn hóa cùng dự.',
    'Chờ sau 36 giờ, họp trong vòng 48 giờ.',
    'Bộ sofa ở quán cafe, tải file và app, chơi golf với team bạn.',
    'Gửi về hoa1@xa.example, trang https://xa.example/?lan=tuan2 hoặc #hoi5.',
    'Thứ hai, cần làm sớm. Thứ ba, cần làm đủ.',
    'Họp ngày 17/12/2026 (thứ Năm); kê khai quý IV/2026 từ ngày 01/01/2027.',
    'Bà cứ đi đi lại lại.',
    'Thôn Tân Lập B họp. Bà con thôn Tân Lập B góp công. Thôn Tân Lập A làm đường.',
    'Khen thưởng gồm: Nguyễn Văn An, Nguyễn Văn Anh, Nguyễn Văn Ánh.',
    'Kết thúc quý II, từ tháng 7, xã chuyển sang mô hình mới.',
    'Quý II, cụ thể là trước ngày 05/7/2026, xã nộp báo cáo.',
    'Đồng chí NGUYỄN VĂN BÀNG nhận nhà mới.',
    'Các em từ Văn Giang về quê.',
    'Trạm cấp vitamin k cho trẻ em.',
    'Ngày 20.11 đến 25 điểm cầu cùng dự.',
    'Mùi chua chua, giọng ồm ồm, tay run run, hoa dành dành và mấy con cào cào.',
    'Đêm ấy cả nhà chong đèn; cối xay gió là cái chong chóng lớn.',
    'Bà con ngừng bón đạm, tải bản mẫu, dán bảng in sẵn và khóa cửa nhà.',
  ])('%s', text => {
    expect(rulesIn(text)).toEqual([])
  })

  it('words of others keep their names and numbers', () => {
    expect(rulesIn('Cụ kể: “Hồi ấy Đảng và nhà nước lo cho dân”.')).toEqual([])
    expect(rulesIn('Đảng và nhà nước lo cho dân.')).toEqual(['official-capital'])
  })
})

describe('the table of names', () => {
  const name = { kind: 'place', office: null, validFrom: null } as const
  const names: NamesTable = {
    ...emptyNamesTable,
    names: [
      { ...name, name: 'Trúc Thủy', variants: ['Trúc Thuỹ'], validTo: null, successor: null },
      { ...name, name: 'Cẩm Yên', variants: [], validTo: '2025-07-01', successor: 'Cẩm Vân' },
    ],
    ignored: [{ rule: 'confusable-phrase', words: 'bo xung' }],
  }

  it('unites spellings and knows what has ceased', () => {
    expect(rulesIn('Xã Trúc Thuỷ họp.', 'paragraph', names)).toEqual(['name-variant'])
    expect(rulesIn('Xã Cẩm Yên họp.', 'paragraph', names)).toEqual(['name-ceased'])
    expect(rulesIn('Năm 2024, xã Cẩm Yên họp.', 'paragraph', names)).toEqual([])
  })

  it('is silent about what the organisation passes over', () => {
    expect(rulesIn('Xã bổ xung vốn.', 'paragraph', names)).toEqual([])
  })
})

describe('what looks like one of those errors and is right', () => {
  it.each([
    'Đến hết quý II/2026 (từ tháng 1 đến tháng 6), xã thu 3 tỷ đồng.',
    'Trong quý III/2026 (từ tháng 7 đến tháng 9), hội xây quỹ.',
    'Chợ họp từ sớm. Người mua kẻ bán đông vui. Ảnh: Trần Văn Minh',
    'Đỉnh núi mờ sương, / bản làng yên ả,',
    'Anh Nguyễn Công An dự họp.',
    'Nhận tệp .docx, .xlsx và .pdf.',
    'Anh Hùng và chị Mai ở xã Hội An.',
    'Ông trực tiếp tiếp dân vào sáng thứ Tư hằng tuần.',
    'Sản phẩm làm rất chỉn chu.',
    'Câu lạc bộ dùng sân NVH (nhà văn hóa) xã.',
    'Màn hình 24" treo ở hội trường.',
    'Lúa đạt 6,95 tấn/ha, cao hơn 7,1%.',
    'Bà con học tiếng Anh, làng có đội bóng John.',
  ])('%s', text => {
    expect(rulesIn(text)).toEqual([])
  })

  it('finds a name that the article writes with a capital elsewhere', () => {
    const blocks = ['Trưởng thôn Ngô Quang Lịch ôn lại truyền thống.', 'Ông Ngô Quang lịch trao quà.'].map(
      text => ({ kind: 'paragraph' as const, text }),
    )
    const found = proofread({ ...articleOf([]), blocks })
    expect(found.map(({ rule, block, fixes }) => ({ rule, block, fixes }))).toEqual([
      { rule: 'official-capital', block: 1, fixes: ['Ngô Quang Lịch'] },
    ])
  })

  it('finds a body in two ways of capitals', () => {
    const blocks = ['Cựu binh Hội Cựu chiến binh xã họp.', 'Dịp này, Hội cựu chiến binh xã trao quà.'].map(
      text => ({ kind: 'paragraph' as const, text }),
    )
    expect(proofread({ ...articleOf([]), blocks }).map(({ block }) => block)).toEqual([1])
  })
})
