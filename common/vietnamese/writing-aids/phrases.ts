/** Titles as they are printed under and in official texts of a commune. */
export const titles: readonly string[] = `
Chủ tịch Ủy ban nhân dân xã
Phó Chủ tịch Ủy ban nhân dân xã
Chủ tịch Hội đồng nhân dân xã
Phó Chủ tịch Hội đồng nhân dân xã
Bí thư Đảng ủy xã
Phó Bí thư Thường trực Đảng ủy xã
Phó Bí thư Đảng ủy xã
Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam xã
Chủ tịch Hội Nông dân xã
Chủ tịch Hội Liên hiệp Phụ nữ xã
Chủ tịch Hội Cựu chiến binh xã
Bí thư Đoàn Thanh niên Cộng sản Hồ Chí Minh xã
Trưởng Công an xã
Chỉ huy trưởng Ban Chỉ huy Quân sự xã
Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã
Trưởng phòng Kinh tế
Trưởng phòng Văn hóa – Xã hội
Giám đốc Trung tâm Phục vụ hành chính công xã
Trưởng Trạm Y tế xã
Bí thư Chi bộ thôn
Trưởng Ban Công tác Mặt trận thôn
`
  .trim()
  .split('\n')

/** What texts of offices say again and again; nothing that says less than it takes to read. */
export const phrases: readonly string[] = `
căn cứ Luật Tổ chức chính quyền địa phương
căn cứ Nghị định số
theo đề nghị của
theo quy định của pháp luật
theo quy định hiện hành
theo chức năng, nhiệm vụ được giao
theo thẩm quyền
trên địa bàn xã
trong thời gian tới
trong giờ hành chính
kể từ ngày ký
kể từ ngày thông báo
chịu trách nhiệm thi hành
có hiệu lực thi hành kể từ ngày
để biết và thực hiện
thông báo đến toàn thể Nhân dân
thông báo rộng rãi đến Nhân dân trên địa bàn xã
đề nghị các thôn, các ngành, đoàn thể
đề nghị các cơ quan, đơn vị, tổ chức, cá nhân
các cơ quan, ban, ngành, đoàn thể
các tầng lớp Nhân dân
cán bộ, công chức, viên chức và người lao động
cán bộ, đảng viên và Nhân dân
giữ gìn an ninh chính trị, trật tự an toàn xã hội
bảo đảm an ninh, trật tự
phát triển kinh tế – xã hội
phát triển kinh tế tập thể
xây dựng nông thôn mới nâng cao
xây dựng đời sống văn hóa
phòng, chống thiên tai và tìm kiếm cứu nạn
phòng cháy, chữa cháy và cứu nạn, cứu hộ
phòng, chống dịch bệnh
phòng, chống tham nhũng, lãng phí, tiêu cực
thực hành tiết kiệm, chống lãng phí
cải cách thủ tục hành chính
chuyển đổi số
tiếp nhận và trả kết quả giải quyết thủ tục hành chính
tiếp công dân và giải quyết đơn thư
tiếp xúc cử tri
niêm yết công khai tại trụ sở Ủy ban nhân dân xã
công khai dự toán ngân sách
công khai quyết toán ngân sách
giấy chứng nhận quyền sử dụng đất
bồi thường, hỗ trợ, tái định cư
hộ nghèo, hộ cận nghèo
người có công với cách mạng
đối tượng bảo trợ xã hội
bảo hiểm xã hội tự nguyện
bảo hiểm y tế hộ gia đình
an toàn vệ sinh thực phẩm
vệ sinh môi trường
thu gom, phân loại rác thải tại nguồn
phát huy tinh thần đoàn kết
phát biểu tại buổi lễ
phát biểu chỉ đạo tại hội nghị
phát biểu khai mạc hội nghị
tham dự hội nghị có các đồng chí
tham dự buổi lễ có các đồng chí
thay mặt lãnh đạo Ủy ban nhân dân xã
đến dự và phát biểu
tặng hoa chúc mừng
kịp thời biểu dương, khen thưởng
kịp thời phát hiện, xử lý
tăng cường kiểm tra, giám sát
tuyên truyền, vận động Nhân dân
nâng cao nhận thức của người dân
mọi thông tin chi tiết xin liên hệ
`
  .trim()
  .split('\n')
