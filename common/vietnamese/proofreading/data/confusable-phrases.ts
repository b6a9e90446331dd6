/**
 * Phrases that are wrong wherever they stand, with what was meant; the case of the text is kept. Ambiguous ones (tri thức,
 * bàng quang, để giành) are left out: a false alarm costs more than a miss. Written from general knowledge of the language; no
 * word list was copied.
 */
const pack = `
bổ xung → bổ sung
xử dụng → sử dụng
sử lý → xử lý
sử phạt → xử phạt
sát nhập → sáp nhập
thăm quan → tham quan
chuẩn đoán → chẩn đoán
xuất xắc → xuất sắc
suất sắc → xuất sắc
suất xắc → xuất sắc
xáng tạo → sáng tạo
đề suất → đề xuất
năng xuất → năng suất
công xuất → công suất
hiệu xuất → hiệu suất
lãi xuất → lãi suất
tần xuất → tần suất
xác xuất → xác suất
xuất ăn → suất ăn
đột suất → đột xuất
sản suất → sản xuất
suất khẩu → xuất khẩu
suất bản → xuất bản
suất phát → xuất phát
suất hiện → xuất hiện
chia xẻ → chia sẻ
chia sẽ → chia sẻ
san xẻ → san sẻ
dể dàng → dễ dàng
rể dàng → dễ dàng
rỏ ràng → rõ ràng
rõ dàng → rõ ràng
rỏ dàng → rõ ràng
nêu rỏ → nêu rõ
ghi rỏ → ghi rõ
biết rỏ → biết rõ
làm rỏ → làm rõ
rỏ rệt → rõ rệt
sữa chữa → sửa chữa
sửa chửa → sửa chữa
sữa chửa → sửa chữa
sữa đổi → sửa đổi
sữa sai → sửa sai
chỉnh sữa → chỉnh sửa
tu sữa → tu sửa
sẳn sàng → sẵn sàng
mạnh mẻ → mạnh mẽ
chặt chẻ → chặt chẽ
vui vẽ → vui vẻ
sạch sẻ → sạch sẽ
mới mẽ → mới mẻ
khỏe mạnh mẻ → khỏe mạnh mẽ
đầy đũ → đầy đủ
giúp đở → giúp đỡ
nâng đở → nâng đỡ
nghĩ ngơi → nghỉ ngơi
nghĩ lễ → nghỉ lễ
nghĩ hưu → nghỉ hưu
nghĩ phép → nghỉ phép
nghĩ mát → nghỉ mát
nghĩ Tết → nghỉ Tết
suy nghỉ → suy nghĩ
nghỉ rằng → nghĩ rằng
lảnh đạo → lãnh đạo
lảnh thổ → lãnh thổ
bảnh lĩnh → bản lĩnh
lỉnh vực → lĩnh vực
kỷ năng → kỹ năng
kỷ thuật → kỹ thuật
kỷ càng → kỹ càng
kỷ lưỡng → kỹ lưỡng
kỹ niệm → kỷ niệm
kĩ niệm → kỷ niệm
kỹ luật → kỷ luật
kỹ lục → kỷ lục
thế kỹ → thế kỷ
cũng cố → củng cố
cổ vủ → cổ vũ
cỗ vũ → cổ vũ
bảo lũ → bão lũ
mưa bảo → mưa bão
cơn bảo → cơn bão
bảo lụt → bão lụt
phòng chống bảo → phòng chống bão
dông bảo → dông bão
lủ lụt → lũ lụt
lủ quét → lũ quét
mưa lủ → mưa lũ
đã đảo → đả đảo
đã kích → đả kích
vẩn còn → vẫn còn
vẩn đang → vẫn đang
vẩn chưa → vẫn chưa
vẩn phải → vẫn phải
nổ lực → nỗ lực
nổi đau → nỗi đau
nổi niềm → nỗi niềm
nổi lo → nỗi lo
nhả nhặn → nhã nhặn
lể hội → lễ hội
ngưởng mộ → ngưỡng mộ
tín ngưởng → tín ngưỡng
ảnh hưỡng → ảnh hưởng
mâu thuẩn → mâu thuẫn
tiêu chuẫn → tiêu chuẩn
hướng dẩn → hướng dẫn
hấp dẩn → hấp dẫn
dẩn đến → dẫn đến
dẩn đầu → dẫn đến
ngẩu nhiên → ngẫu nhiên
bồi dưởng → bồi dưỡng
nuôi dưởng → nuôi dưỡng
điều dưởng → điều dưỡng
thực hiên → thực hiện
vô hình chung → vô hình trung
tựu chung → tựu trung
trao chuốt → trau chuốt
chau truốt → trau chuốt
chau dồi → trau dồi
trao dồi → trau dồi
trãi qua → trải qua
trãi nghiệm → trải nghiệm
trãi dài → trải dài
giành riêng → dành riêng
dành giật → giành giật
dành chiến thắng → giành chiến thắng
dành độc lập → giành độc lập
dành huy chương → giành huy chương
giành thời gian → dành thời gian
giành tặng → dành tặng
dấu diếm → giấu giếm
dấu giếm → giấu giếm
che dấu → che giấu
cất dấu → cất giấu
giấu hiệu → dấu hiệu
đánh giấu → đánh dấu
con giấu → con dấu
sử dung → sử dụng
xữ lý → xử lý
sơ xuất → sơ suất
xơ xuất → sơ suất
xơ kết → sơ kết
sơ xác → xơ xác
sơ cứng → xơ cứng
xơ xài → sơ sài
xúc tích → súc tích
súc động → xúc động
súc tiến → xúc tiến
súc phạm → xúc phạm
gia xúc → gia súc
bức súc → bức xúc
tiếp súc → tiếp xúc
cảm súc → cảm xúc
xung sướng → sung sướng
xung mãn → sung mãn
sung đột → xung đột
sung quanh → xung quanh
xâu sắc → sâu sắc
sâu chuỗi → xâu chuỗi
sây dựng → xây dựng
xắp xếp → sắp xếp
sắp sếp → sắp xếp
xắp sếp → sắp xếp
sếp hạng → xếp hạng
sếp loại → xếp loại
xum họp → sum họp
xum vầy → sum vầy
sinh xôi → sinh sôi
xinh hoạt → sinh hoạt
xinh viên → sinh viên
học xinh → học sinh
vệ xinh → vệ sinh
xứ mệnh → sứ mệnh
xức khỏe → sức khỏe
sứng đáng → xứng đáng
sứng tầm → xứng tầm
sôi nỗi → sôi nổi
nỗi bật → nổi bật
nỗi tiếng → nổi tiếng
nỗi lên → nổi lên
chân trọng → trân trọng
chân quý → trân quý
chung tâm → trung tâm
chung ương → trung ương
chung thực → trung thực
trung sức → chung sức
trung tay → chung tay
trung kết → chung kết
chủ chương → chủ trương
chuyền thống → truyền thống
tuyên chuyền → tuyên truyền
chuyền thanh → truyền thanh
truyên đề → chuyên đề
truyền đề → chuyên đề
truyển đổi → chuyển đổi
truyền đổi → chuyển đổi
triển lảm → triển lãm
chiển khai → triển khai
phát chiển → phát triển
chách nhiệm → trách nhiệm
trương trình → chương trình
chương chình → chương trình
công chình → công trình
quá chình → quá trình
chấn trỉnh → chấn chỉnh
điều trỉnh → điều chỉnh
chỉnh chu → chỉn chu
chỉnh chang → chỉnh trang
trăm sóc → chăm sóc
trăn nuôi → chăn nuôi
chồng trọt → trồng trọt
trồng chọt → trồng trọt
chồng cây → trồng cây
chăn trở → trăn trở
trứng nhận → chứng nhận
trứng kiến → chứng kiến
trứng thực → chứng thực
hổ trợ → hỗ trợ
giử gìn → giữ gìn
gìn giử → giữ gìn
giảng giạy → giảng dạy
dáo dục → giáo dục
ráo dục → giáo dục
dao lưu → giao lưu
dao thông → giao thông
dao dịch → giao dịch
dải quyết → giải quyết
rải quyết → giải quyết
dải pháp → giải pháp
dải thưởng → giải thưởng
dám sát → giám sát
dám đốc → giám đốc
dảm nghèo → giảm nghèo
rành riêng → dành riêng
dèm pha → gièm pha
duyên dán → duyên dáng
bạc mạng → bạt mạng
đọc giả → độc giả
khán giã → khán giả
tác giã → tác giả
giã mạo → giả mạo
giã vờ → giả vờ
khắc khe → khắt khe
khắt phục → khắc phục
khắc nghiệp → khắc nghiệt
chuyên nghiệt → chuyên nghiệp
nghiêm khắt → nghiêm khắc
sâu sắt → sâu sắc
bắt buột → bắt buộc
thuốt men → thuốc men
cuột sống → cuộc sống
cuộc xống → cuộc sống
cuột thi → cuộc thi
cuột họp → cuộc họp
mất mác → mất mát
thắc chặt → thắt chặt
thắt mắc → thắc mắc
mặt trặn → mặt trận
mặc trận → mặt trận
mặt dù → mặc dù
mặc bằng → mặt bằng
có mặc tại → có mặt tại
gặp mặc → gặp mặt
tiền mặc → tiền mặt
bề mặc → bề mặt
đặt biệt → đặc biệt
đặt điểm → đặc điểm
đặt sản → đặc sản
đặt thù → đặc thù
đặc ra → đặt ra
lắp đặc → lắp đặt
đặc mục tiêu → đặt mục tiêu
tấc cả → tất cả
nổi bậc → nổi bật
kỹ thuậc → kỹ thuật
kỷ thuậc → kỹ thuật
pháp luậc → pháp luật
phát triễng → phát triển
phác triển → phát triển
phác động → phát động
phác huy → phát huy
phác sinh → phát sinh
suông sẻ → suôn sẻ
suôn sẽ → suôn sẻ
quang trọng → quan trọng
quang tâm → quan tâm
cơ quang → cơ quan
tham quang → tham quan
quan cảnh → quang cảnh
vinh quan → vinh quang
khan trang → khang trang
khang hiếm → khan hiếm
tràng đầy → tràn đầy
hoàng thành nhiệm vụ → hoàn thành nhiệm vụ
hoàng thành kế hoạch → hoàn thành kế hoạch
hoàng thành chỉ tiêu → hoàn thành chỉ tiêu
hoàng thiện → hoàn thiện
hoàng cảnh → hoàn cảnh
hoàng toàn → hoàn toàn
mãng nguyện → mãn nguyện
thống nhấc → thống nhất
xuấc sắc → xuất sắc
chấc lượng → chất lượng
vướn mắc → vướng mắc
vươn mắc → vướng mắc
bâng khuân → bâng khuâng
buông bán → buôn bán
khuông viên → khuôn viên
luôn luông → luôn luôn
chuẩn bi → chuẩn bị
ủy bang → ủy ban
ban nghành → ban ngành
các nghành → các ngành
lý dịch → lý lịch
nành nghề → lành nghề
lông nghiệp → nông nghiệp
lông thôn → nông thôn
lăng lực → năng lực
lâng cao → nâng cao
lâng cấp → nâng cấp
lội dung → nội dung
nãnh đạo → lãnh đạo
nịch sử → lịch sử
nợi ích → lợi ích
nực lượng → lực lượng
nập trường → lập trường
niên kết → liên kết
niên hoan → liên hoan
niên hệ → liên hệ
lăm nay → năm nay
hàng lăm → hằng năm
hằng lăm → hằng năm
số lăm → số năm
tổ trức → tổ chức
tổ chứt → tổ chức
chổ ở → chỗ ở
chứ năng → chức năng
thành tựa → thành tựu
cọ sát → cọ xát
xán lạng → xán lạn
sáng lạng → xán lạn
sáng lạn → xán lạn
sán lạn → xán lạn
khúc triết → khúc chiết
chín mùi → chín muồi
cưu man → cưu mang
đùm bộc → đùm bọc
hàm xúc → hàm súc
dòn dã → giòn giã
giòn dã → giòn giã
dục dã → giục giã
thấu xuốt → thấu suốt
xuyên xuốt → xuyên suốt
trong xuốt → trong suốt
thông xuốt → thông suốt
sót sa → xót xa
thiếu xót → thiếu sót
bỏ xót → bỏ sót
sai xót → sai sót
xai sót → sai sót
sâm hại → xâm hại
sâm phạm → xâm phạm
sâm nhập → xâm nhập
sâm lấn → xâm lấn
xạt lở → sạt lở
sạc lở → sạt lở
sạt lỡ → sạt lở
xạt lỡ → sạt lở
lỡ đất → lở đất
bở ngỡ → bỡ ngỡ
cãn trở → cản trở
bão vệ → bảo vệ
bão đảm → bảo đảm
đãm bảo → đảm bảo
bão quản → bảo quản
bão tồn → bảo tồn
bão hiểm → bảo hiểm
thão luận → thảo luận
dự thão → dự thảo
hội thão → hội thảo
cãi cách → cải cách
cãi thiện → cải thiện
cãi tạo → cải tạo
tranh cải → tranh cãi
khẳn định → khẳng định
phê bình kiễm điểm → phê bình kiểm điểm
giải bày → giãi bày
rãnh rỗi → rảnh rỗi
giản nợ → giãn nợ
đơn giãn → đơn giản
tinh giãn → tinh giản
lẩn nhau → lẫn nhau
nhầm lẩn → nhầm lẫn
bải bỏ → bãi bỏ
bải rác → bãi rác
bải tắm → bãi tắm
bãi nhiễm → bãi nhiệm
ngả tư → ngã tư
ngả ba → ngã ba
ngỏ xóm → ngõ xóm
ngỏ hẻm → ngõ hẻm
để ngõ → để ngỏ
bỏ ngõ → bỏ ngỏ
tỉnh lặng → tĩnh lặng
yên tỉnh → yên tĩnh
bình tỉnh → bình tĩnh
đã thông tư tưởng → đả thông tư tưởng
ngữa mặt → ngửa mặt
một nữa → một nửa
nữa đêm → nửa đêm
xã rác → xả rác
xã thải → xả thải
xã lũ → xả lũ
xã nước → xả nước
làng xả → làng xã
cán bộ xả → cán bộ xã
xả hội → xã hội
hợp tác xả → hợp tác xã
uống nước nhớ nguồng → uống nước nhớ nguồn
chổ trú → chỗ trú
rủi do → rủi ro
rũi ro → rủi ro
lí do rằng → lý do rằng
diển ra → diễn ra
diễm ra → diễn ra
diễn da → diễn ra
dửa tay → rửa tay
nhân vân → nhân văn
thỏa thuân → thỏa thuận
chính chắn → chín chắn
xoay sở → xoay xở
xem sét → xem xét
nhận sét → nhận xét
xét đánh → sét đánh
giông sét → dông sét
kiệm toàn → kiện toàn
bươn trải → bươn chải
bàn hoàn → bàng hoàng
ngang hàn → ngang hàng
cỗi nguồn → cội nguồn
giành cho các → dành cho các
giành cho người → dành cho người
giành cho học sinh → dành cho học sinh
giành cho trẻ → dành cho trẻ
giành cho hộ → dành cho hộ
giành cho những → dành cho những
giành cho cán bộ → dành cho cán bộ
giành cho phụ nữ → dành cho phụ nữ
giành cho thanh niên → dành cho thanh niên
dành chính quyền → giành chính quyền
dành quyền đăng cai → giành quyền đăng cai
nữa đầu năm → nửa đầu năm
nữa cuối năm → nửa cuối năm
nữa đầu tháng → nửa đầu tháng
nữa cuối tháng → nửa cuối tháng
xuất quà → suất quà
buổi lể → buổi lễ
lể kỷ niệm → lễ kỷ niệm
lể khai mạc → lễ khai mạc
lể phát động → lễ phát động
để nghị → đề nghị
phản ảnh kiến nghị → phản ánh kiến nghị
sử đụng → sử dụng
trú trọng → chú trọng
tạm chú → tạm trú
cư chú → cư trú
thường chú → thường trú
chủ chì → chủ trì
hỗ chợ → hỗ trợ
hổ chợ → hỗ trợ
cứu chợ → cứu trợ
tài chợ → tài trợ
dữ gìn → giữ gìn
dữ vững → giữ vững
lể khánh thành → lễ khánh thành
lể bế mạc → lễ bế mạc
bải đỗ xe → bãi đỗ xe
ủy ban nhân dân xả → ủy ban nhân dân xã
toàn xả → toàn xã
mục tiêu ra đặt → mục tiêu đặt ra
yêu cầu ra đặt → yêu cầu đặt ra
có mặc đông đủ → có mặt đông đủ
vấn đề ra đặt → vấn đề đặt ra
`

/** Wrong phrase → right phrase, both in lower case. */
export const confusablePhrases: ReadonlyMap<string, string> = new Map(
  pack
    .trim()
    .split('\n')
    .map(line => {
      const [wrong = '', right = ''] = line.split(' → ')
      return [wrong, right] as const
    }),
)
