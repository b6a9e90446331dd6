/** What commune news is made of; combined at random it has the word frequencies that matter to an index and a disk. */
export const surnames = 'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý'.split(' ')
export const middleNames = 'Văn Thị Hữu Đức Minh Ngọc Thanh Quang Xuân Thu Kim Hồng Công Đình'.split(' ')
export const givenNames =
  'An Bình Chi Dũng Giang Hà Hải Hạnh Hòa Hùng Hương Khánh Lan Linh Long Mai Nam Nga Oanh Phong Phúc Quỳnh Sơn Thảo Thủy Tiến Trang Tuấn Vân Yến'.split(
    ' ',
  )
export const places =
  'Cẩm Yên,Đông Trúc,Yên Hòa,Phú Cát,Tân Lập,Hòa Bình,Đại Đồng,Thạch Hòa,Tiến Xuân,Bình Phú,Hạ Bằng,Đồng Trúc,Liên Quan,Kim Quan,Cần Kiệm,Hương Ngải,Canh Nậu,Dị Nậu,Chàng Sơn,Phùng Xá,Lại Thượng,Bình Yên,Thôn Đoài,Thôn Trung,Xóm Mới,Tổ dân phố số 7'.split(
    ',',
  )
export const bodies =
  'Ủy ban nhân dân xã,Hội đồng nhân dân xã,Đảng ủy xã,Mặt trận Tổ quốc xã,Hội Liên hiệp Phụ nữ xã,Hội Nông dân xã,Hội Cựu chiến binh,Đoàn Thanh niên,Công an xã,Ban Chỉ huy Quân sự,Trạm Y tế,Trường Tiểu học,Trường Trung học cơ sở,Hợp tác xã nông nghiệp,Ban Quản lý chợ,Trung tâm Phục vụ hành chính công,Phòng Kinh tế,Phòng Văn hóa - Xã hội'.split(
    ',',
  )
export const actions =
  'tổ chức hội nghị,khai mạc giải bóng chuyền,ra quân dọn vệ sinh môi trường,tiếp xúc cử tri,phát động phong trào,kiểm tra công tác,tặng quà,khánh thành,nghiệm thu,tập huấn,tuyên truyền,triển khai kế hoạch,tổng kết,bế giảng lớp học,tiêm vắc xin cho đàn gia súc,chi trả trợ cấp,rà soát hộ nghèo,cấp giấy chứng nhận,niêm yết công khai,diễn tập phòng cháy chữa cháy,khám sức khỏe,nạo vét kênh mương,làm đường giao thông,trồng cây'.split(
    ',',
  )
export const matters =
  'chuyển đổi số,xây dựng nông thôn mới nâng cao,phòng chống thiên tai,vệ sinh an toàn thực phẩm,bảo hiểm y tế,giải phóng mặt bằng,cải cách hành chính,phòng chống ma túy,dân số và phát triển,an ninh trật tự,sản xuất vụ đông xuân,phòng bệnh sốt xuất huyết,khuyến học khuyến tài,nước sạch nông thôn,thu gom rác thải,bình đẳng giới,đền ơn đáp nghĩa,bầu cử trưởng thôn,định danh điện tử,dịch vụ công trực tuyến,quản lý đất đai,trật tự xây dựng,phát triển làng nghề,tín dụng chính sách'.split(
    ',',
  )
export const connectives =
  'theo đó,bên cạnh đó,tại buổi làm việc,trong thời gian tới,đến nay,nhân dịp này,cùng ngày,trước đó,phát biểu tại đây,qua kiểm tra,để thực hiện tốt nhiệm vụ,với tinh thần trách nhiệm,được sự quan tâm của cấp trên,trên cơ sở kết quả đạt được'.split(
    ',',
  )
export const clauses =
  'các đại biểu đã thảo luận sôi nổi,bà con nhân dân đồng tình ủng hộ,nhiều ý kiến tâm huyết được ghi nhận,công tác chuẩn bị được hoàn thành đúng tiến độ,các hộ gia đình ký cam kết thực hiện,lực lượng chức năng bảo đảm an toàn tuyệt đối,kinh phí do nhân dân đóng góp và ngân sách hỗ trợ,đồng chí đề nghị các thôn tiếp tục phát huy kết quả,tỷ lệ hài lòng của người dân tăng so với cùng kỳ,hồ sơ được giải quyết trước hạn,chương trình diễn ra trong không khí phấn khởi,những khó khăn vướng mắc được tháo gỡ kịp thời'.split(
    ',',
  )
const onsets = 'b c ch d đ g gh gi h k kh l m n ng ngh nh ph q r s t th tr v x'.split(' ')
const rimes =
  'a ai ao am an ang anh ac at ăm ăn ăng âu ây ân âm e en eo ê ên ênh i in inh iên o oi on ong ô ôi ôn ông ơ ơi ơn u ui un ung ư ưng ươi ương uyên'.split(
    ' ',
  )
const tones = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323']

/** A long tail of rare syllables, well-formed in shape if not in meaning, so that the vocabulary is as large as a real one. */
export const rareSyllables: readonly string[] = onsets.flatMap(onset =>
  rimes.flatMap((rime, index) => {
    const tone = tones[(index * 5 + onset.length * 3) % tones.length] ?? ''
    const vowel = rime.search(/[aăâeêioôơuư]/)
    return [(onset + rime.slice(0, vowel + 1) + tone + rime.slice(vowel + 1)).normalize('NFC')]
  }),
)
