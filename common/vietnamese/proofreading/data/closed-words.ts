interface Company {
  /** What may stand before the word; `#` is a figure. */
  readonly before: ReadonlySet<string>
  readonly after: ReadonlySet<string>
}

/**
 * Words that ordinary prose has only beside a few others (dơi: con, đàn, loài …), with what stands before the bar and behind it. Written
 * from general knowledge of the language; no word list was copied.
 */
const table = `
am: ngôi cái một chùa thảo dựng lập đình chiếc tiên trong các những miếu trước sau vào xây | mây chùa thờ tự miếu cúng tranh cỏ nhỏ ni bà chúa ông thiền này có được vắng
an: bảo hội trường tạm vấn thỉnh khang kiến tâm thân lòng được không chưa tiểu sự cư dĩ nghệ long tây thuận phú gia quốc | bang hòa hảo bần thân tức tường bình ổn thịnh thường nhiên xá định trực thư giang nội nguy cung nam phú trị là yên miên phủ biên thổ hồn nghiệp tư hay và dương vui khánh bằng
banh: đá trái quả tan chơi phá sân tung đánh chụp lừa bắt vỡ giữ nát cái bể trận giành ném bị rượu vạch toác đường cướp đập banh sút thủng | ra xác miệng mắt nỉ tành lưới ngực bụng lông chuyền nhựa ta chành rổ mông đũa chân vết banh bàn tennis nhà cả vào hết khỏi lên tròn
bem: bem | bem
ben: xe tải kích chiếc đoàn tự lên ben đổ hai thùng lái | thủy dầu đổ chở nâng đất cát lên chạy nhau hơi biển mang va tông cửa
bim: bim gói ăn | bim
binh: tổng dân tinh kiêu thủy hùng điểm tập mộ điều cầm dấy nghĩa thân cấm lính viện rút phát đăng sĩ động đào lâm tuyển thiên thần tướng nuôi dẫn đem mưu vạn trưng giải bãi bại nạp thu toàn luyện thao phủ lệ lục thiết phiên quốc cận phản đặc hậu tiền trọng khinh kéo quản đạo cất tri có việc đường loạn tiến lui hương nữ sai tỳ ky thị cung tham tổ án rồng đồn cho gia bắn ngự hồng bộ tây thông cơ viên đoàn thuộc | ngũ quyền nghiệp pháo đao thuyền thư tình đinh chế phục bộ mã tướng hùng thuật gia trường xá nghị lương bài phiên thế công xưởng bị cách lực đội pháp nhung cơ biến quan vụ vực hỏa chính ở của và cường lửa lệ đến đi về vào nông
biên: tổng vệ giáp ra quan thâu trấn dọc cầu vải ven an ngoài hai lang cánh cạnh tài sát chạy tạt trên khu vùng ngũ bình nhuận phí hệ hợp viễn định tinh thiên tân tự hải tuần xuyên qua cận bên đội người công lề điều cải đóng lãi tiền bị bóng phía lính phụ sử bậc trị hiệu xuống vợt lên phóng | trái phải độ chép thư đạo mậu ủy tế lợi hòa phụ đình trấn cảnh khu hóa ngoại tái vào ra dọc ngang ký cho tên viễn giao khảo đồng mục sổ lên lãi số chú tiếp của dưới trên tình lề vải nhạc hai sử mỏng tướng sai tấn là và giữa cấp quan
biếc: biếc mắt lá trời núi non cỏ sông màu ánh biển hồ mây sóng ngọc khói rừng cánh thẳm lam mùa lấp sắc biêng mạ tươi ngắt đồng trong mầm nõn vòm tre ruộng liễu ngàn lúa đồi vườn chim cây đầm bìm hoa dòng | biếc xanh rờn của như lên và trong giữa mùa núi rì hoa cả soi chồi một mắt trời
biếm: bị hài giáng phúng bao vẽ | chích trích quan xa nhẽ
bon: chen bon chạy xe đua | chân trên về nhanh đến qua
bong: long bị bong sơn da dễ tự vảy nhựa vữa keo trần bình | ra vảy da sơn lớp mảng móng vẩy khớp vữa bóng khỏi nước lóc mất hết từng xuống lên võng niêm bong nhựa gạch keo đi và bật nhau boong rộp hoàn dần
buồm: chạy căng hạ kéo cột ra chiếc những lá lên mảnh cái dương tàu ghe cánh hai đua dây đội một cuốn xuôi ba mũi lộng vải | căng ra nâu lên trắng xuôi đỏ gió về no vượt bằng lái chạy lộng và cói của chính hai đi vua xa chèo cho đưa ba nhỏ nhổ xuất để chiều
buột: buột bị chợt lại vội bỗng | miệng ra khỏi mồm thốt tay lên kêu nói chân hỏi tuột chạc
bàm: bàm cây dây bìm hạt | bàm
bàng: gốc quả trái hạt hàng cỏ đệm hoa tán nhựa bụi chiếu rau bóng dưới cành búp mứt đan túi những mấy đồng bàng kẻ nghề bồn sợi giỏ nón cao thân | quang vuông đài môn thính tiếp bạch bàng biển non lá già rụng vàng khô trước sau đỏ dân cổ xanh bác góa hoạt chống đầu
bành: tam chành lưng chiếc to bưởi trên bành bè nện hoành | voi tổ bành ra mang tượng bạch to da
bào: long hồng mãng cẩm ngự trường pháp đá đơn hợp khí nguyên tinh noãn vỏ mạt cưa cái bị tử như bạch đục gia vi lưỡi phoi dăm đủ dừa củ bào nhung dùng khoai rốt thợ nội nang nha sợi cam mướp ruột | tương quan phiến nang đệ sợi mỏng nhỏ đá da ra ngót xác vụn thanh hao bào đi nhuyễn lát phẳng và gan đu cho trơn củ thành đôi lưỡi sạch vỏ của
bàu: cái ao dưới ven hồ đồng mặt bờ ruộng nước vùng bàu ra xuống những cạnh lội mé tát một quanh trong | sen nước bạc sấu cạn đá trắng cá tròn này bàu trâm súng cỏ rau có lớn ao ngang
bách: cây gỗ trắc hoàng thông rừng lâm hàng áp cưỡng cùng hạ ức thiên gốc gian bần | hóa phân tính bệnh nhật thắng độc bộ thú thảo tán gia phát luyện quan việt tuế hại chu xanh xù diệp tùng thế công thuận hộ đạo cổ thiên tử hoa mộc cầu sát kích
báng: cây cổ bệnh chế bài bụng bột rượu bằng tì trâu gỗ ống khinh dùng bò dê | súng đầu nhau vào bụng nước gập gỗ tiểu tre
báu: vật của ngọc ngôi vàng gươm kiếm đồ món ấn viên hòn tranh pháp đá sách hạt chuông điều cây quốc tài chẳng lấy giữ bấu thuốc tam không trân | vật gì lắm nhất của vô ấy này bở cho quý mà
bâng: bâng lâng | khuâng bâng lâng
bã: cà bỏ lọc phần vắt lấy bù mệt tách ép cái còn dính nhả bùn hèm dùng chất đắp chắt ăn xác tiết tuyến u từ của và ra các bằng ủ nhai những loại | cà mắm rượu sắn thuốc kẹo dừa chè trà hèm men nho khoai mì dầu rau thực thải cua cao quả hữu nhờn người ra và này tôm cá đi lọc ngô củ cam bọt còn gừng trái
bèm: bèm | bèm nhèm
béc: vòi đầu chó cái các lắp bằng béc giống con những | phun tưới giê xịt xoay cắt dầu nhựa quay hàn và sương béc nước bù
bén: dao bắt lửa mau chưa không nhọn lưỡi rất vừa theo quen men kiếm mới rễ lúa mạ đã lanh cực mài gươm rựa răng mắt thật cứng dễ ngọt bén chân tình đen ếch | nhọn ngót mảng hơi tiếng gót đất ngọt như lưỡi nhau vào sang củi lá nước tình nghề chân lên cỏ nắng giọng và hơn đến của ngón xăng cháy khói ngời bén
bét: hạng bét đứng be sai say rối ra toe bết con mắt toét hỏng loét tệ chót thua trật hư về cũng lấm chán nhoe lét nhất dơ xếp | nhè be mắt nhất bảng lớp ra môn cũng tĩ là bét cả rồi thì hết trong
bênh: bao chênh bồng lênh hay cứ đừng được còn mẹ bà đứng lại bênh bị ai luôn lên chỉ | nhau con mẹ vợ em người chồng anh nó tôi cháu cho bạn kẻ ai mình chị lên mày hắn gì chằm bố cha che một phe chầm dân đầu các bên thằng phía tao nhà lại học quá lẽ cô ông bà thầy đứa được đồng ghế ván ta chúng họ hòa mợ bênh phải cái
bìm: dây giậu hoa đổ bìm bụi chim rau lá rễ giàn rượu con hạt | bìm bịp biếc tím mọc đỏ dại phủ vàng
bích: bích con át hòn quân ba lá mặt xanh kim cơ rô hồng bạch nền khuê cẩm hoa lắp đồ hoàn sông chín hai bảy già đầm bát cốt nắp ống | báo họa đào câu vân thủy la ngọc loa tông kê hà động thép nối inox mù dẹt thạch cơ quy khuê bích diện trầm
bím: tóc tết đuôi hai thắt bện cái thành con đan đôi bím chiếc kiểu một bốn những buộc | tóc dài nhỏ tết bím sau lủng đuôi to xinh
bính: ất năm áo tuổi tết can giáp chữ mượn hàng quần mặc | thân ngọ tuất dần tý thìn đinh tí
bíp: bíp tiếng còi kêu | bíp
bít: bò bịt bí đất lấp bị bít bùng tắc đóng chặn cây lá che vây | tết kín lỗ lại tất đường lối miệng bùng hết cửa khe tắc các chặt lấp cống ống mạch ngõ hang bằng đầu mọi mũi tai rịt khẩu một những được cốt luôn bưng
bòm: bòm bì lõm | bõm bòm
bòn: bòn ăn cứ bị | của tiền từng đãi vàng chen hết được nơi đất bon phước
bòng: cây quả trái đèo bòng tay lá | bong chát chua
bót: lô đồn về cái ra lên trong đóng đi vào giặc đầu đánh ông lính một trưởng gác các | đồn cảnh gác giặc cò địch tây lính hút thuốc đánh này quận dân quốc
bôm: bôm trái quả | bốp đạn
bôn: rong bôn cuồng lôi tây đông cá | ba tẩu tập bôn hành đào phá
bõ: chẳng không cho mới cũng ông u thật chả bác lão làm bõ đâu chưa đã lấp ì | già ghét tức giận gì với những cho một ngày nhà mong thèm lúc khi hờn sức bực nhọc cơn bao đời tiền lòng nhớ phen thù dính cái vú khát mình bấy đau bõm bẽn
bõm: bõm bõ rơi lội nhảy | bõm xuống một
bõng: bõng | bõng
bùm: bùm um lùm nổ một tiếng kêu cái | bùm tum chéo một xuống sum
bùng: bập bùng cháy lại rồi ngọn chợt lửa bỗng vụt lũng lao hoa bịt | cháy lên binh ra sáng dậy học tiền nợ nổ kèo vỡ bục tai dịch mạnh bùng hàng tiết một đi bình hơi mất trở to lại trong thành
búp: lá một những nụ hái hoa tôm các trắng từng mỗi ngọn hai non ngón đọt trẻ chiếc ra mập nảy loại cành mầm # nhiều mọc cả | trên lá non hoa tay tươi bông đầu nõn ngô dừa bàng trắng xanh hồng bế đào và loe to của đỏ phê ổi huệ đề tôm khô ngâu
băm: hành tỏi bò lợn heo gà cá tôm ớt gừng sả máy rau dao dùng cỏ bèo khô đem được rồi bị hay tươi mực thớt nạc chả nem tím thái giò xắt vịt hương lá ngồi tía chân chặt phải ruốc mùi đậu và lấy gạch trứng hoặc | nhuyễn rau bèo chuối hành tỏi nát sáu mấy lăm ba hai cỏ rối chặt trộn xương ớt gừng sả ra lá thân gỗ dăm nhau xào vụn mịn cá bằm cho và lẫn đất rơm dừa cành thức đều từng thật với sẵn tươi sơ qua mạt một nấu rán nó ngắn thành bảy tôm để vào phay chả trên băm
bĩ: vận thời quẻ cực hết | cực vận thái rồi
bĩnh: tròn bĩnh béo bậy đã trẻ ị | ra một bầu bĩnh vào
bĩu: bĩu môi dè miệng chị nó | mỏ dài ra xuống miệng cái một nhau bĩu
bũm: bũm | bũm
bươm: bươm tả rách xé nát te | ra vì bươm cả hết như
bươn: bươn chạy phải | bả ra đi theo về
bương: cây ống măng rừng bằng nứa gốc thân vầu luồng bụi khúc đốt mai tranh trồng | lông mọc to và dài tre mốc chải vầu luồng nứa mai
bướp: te bướp ngoe xơ đĩ | bướp
bạch: hồng hổ sen cây áo cáo thưa tuyên tự bạch lan mai hoa đồng khiết tinh tác lộc đen gà bút thái nấm tầm bình hoàng gấu huyền tái bành | tuyết đằng long mai cúc quả chỉ truật thược tật ngọc vân lạp đậu biến phiến nhật diện thủ hạc hổ đới bì cốt vương đầu ốc thổ hoa mao quân phật với bào cư thư cung thầy sư cả mi câu chủng bạch ra hóa vi liên thông trà tượng giới thạch cương tiễn linh đồng tùng đàn phục trạch nghĩa lâm mộc
bạnh: cằm hàm mặt rắn mang cổ bạnh | ra cằm hàm cổ mang quai to hai bụng má đầu
bạo: cường mạnh tham cuồng ma nói dữ gạo bạo tợn lớn rất khá mới hỗn trừ kẻ kiêu làm thật chơi ăn chi hơi đánh viết mặc yêu trấn quá | chúa dâm tàn ngược gan dạn miệng mồm phổi quyền chi phát tay tợn quân đồ nói hơn lên ăn vì thiên lợi hổ vậy quá lắm bình tạo chính thế mới như đến nghịch bạo
bạt: phủ căng che tấm mái dựng siêu trải lót bằng ao hồ kéo chiếc sạp rạp tự xe dưới trên trùm mui thuyền nền đậy bọc quây buộc giăng chăng những các một màn áo giày bì phiêu dùng có bạt đánh in đắp cuốn hạ bị thổi gió mua dỡ vài mảnh trong thay loại túi vào ghế gấp trại hầm đáy phơi may | núi đồi che nhựa phủ tai vía hồn xanh tử rừng đất gió sóng vải mái trải kín lót xuống thổ dứa sọc xe ni nilon chụp tạm sang đi cỏ ra bạt phi hơi in đắp lều cả về thiệp của để cho và hiflex quảng lên căng cũ nylon hết đáy chống đen quây ngoài ở trắng đỏ lưới mỏng ngay
bạu: bạu mặt | bạu mặt ra
bải: bơ bải | hoải
bảnh: mặc diện rất trông chơi ngon thật không bảnh tay lên | mắt trai chọe lắm tỏn nhất hơn ghê quá thế gì
bấc: cây sợi đèn mùa nhẹ ngọn tim cái cỏ như ruột vặn khêu khơi gạt đầu lõi dầu nút hơi thảm con trời tiết đăng bằng | đèn lùng về thổi đông lạnh se non quăng thấm cháy nến lành lên dầu lồng bấc hiu ào sớm thì
bấn: gay cuống đang lấn bấn nghèo rất càng bối phát | loạn bíu quá xúc người lên tiền việc vì bấn lắm cả bách
bấp: bấp lấp | bấp
bất: kiên bách nhất hữu tốc phúc tứ sinh nhân tự thân quân chúng | bạo bại cộng cần di dịch đắc đẳng đối đạo lịch mục tương tuân tri thuận tham thuần xứng quân hoặc hại hồi hữu học kiến ly lão nhị phục pháp quy sinh tác tiếu tòng úy xâm xét như khoái hối cố chiến li hiện thời giai năng thụ dục ngôn xuất đạt trùng đáo ưng cam tiếp cận hợp trí lao tỉnh tiến thoái can cầu bình bái tranh vong diệc hoàn thông tiện bãi phát kì vụ chí tài khuất nguyện đáng tín dung thối
bầm: thâm đỏ vết bị đen máu gan mắt mặt mảng da tay sưng chỗ ruột thịt nâu tái bầm áo con chân xanh giập dập môi nhà thương bằm hồng làm cho nốt sẫm quả | gan máu mắt da mình lên đen ơi ra có nát cả một đỏ hết và hai do đầu đùi bầm ruột thịt mặt trên ở tay vì môi chân
bần: cây rừng gốc hàng rễ trái bông hoa chua cơ chí cùng dừa mắm đước bầu an cố xóm cái bụi ngọn lá nhánh cặc thằng kẻ nút gỗ bần run phú nghèo gia mứt canh lẩu nước dãy vạt trồng giống bãi những rặng bóng ven dưới thân cành đầu của đom lớp phủ và hạt | chua cùng hàn tiện nông tăng cố đạo ổi chát ven bách huyết bạc gie nghèo bật nữ sĩ dân khổ hóa sinh phòng ngập đĩa dầm chín thì lậu rụng sẻ có bên và già yên thật cho
bầng: bầng tưng sáng | bầng mắt
bẩm: vào dạ về phi kính thưa trình dám khải lạy cúi bẩm chạy ra xin tính lên liền phải tư đã đến | báo thưa tính trình quan cụ ông bà thầy cậu lạy thụ phú vâng không ngài đức cố tấu lên bệ với chúa tướng có lại con mợ cô hoàng vào đã tâu các tại bẩm rằng vua thánh anh chưa được đại bác chị thượng rõ hết chủ cha mẹ tôi
bẩy: run đẩy bẩy dùng đào xà cần thứ tháng lớp mười thanh bị hai chân nạy | lên đá gốc cây ra bẩy nhau tung cửa hòn bật từng được nắp đất nó khối mươi ngày năm tháng giờ người trăm tuổi tảng quân mồ rơi cho
bẫm: ăn thu cày kiếm nuốt vớ chén vơ lãi bở đánh bẫm bập | lắm hơn sâu tiền rồi nhất từ nhờ bẫm mà cả
bẫy: cái chiếc dính mắc gài giăng làm đánh gỡ tháo bị vào rơi sa những các một hầm dây sụp máy ổ thoát tránh chiêu trúng bằng thuốc dùng đầy săn thành loại kiểu lưới hố bày súng khỏi vật chim đi từ trong phá chông giương tạo mồi ra đèn treo với thăm nghề bắt cạm nhiều trước lọt nhử | dính bả đèn chua ruồi treo kẹp đá rập nợ sập việt tình này được thu bắt côn bướm gà lợn voi hổ rắn của tôm cua cá ảnh sâu sinh pheromone dây lồng giá tăng mà là do nước ngọt điện và để cho mồi kinh tiền heo mìn keo tín tiêu bằng bán trong có trên cò nhau người gấu hươu bẫy
bậm: bụ bặm cắn to mập bậm lậm | môi bạp trợn gan miệng bậm chặt bịch
bập: phập bập lập lửa cắn rít lắp đang lại ăn | vào môi một hơi điếu thuốc khói răng xuống phập lửa bà dao bập liền tẩu bung mạnh ngay nhau cái mấy sâu
bắng: bắng nhắng lắng | nhắng bắng
bằm: thịt băm heo bò tỏi hành tím ớt gừng sả rau gà tôm cá dao xoài nghệ bằm bầm chả phi đậu đem rồi ngồi mực ngò muối lá chặt | nhuyễn nhỏ thịt hành tỏi nát xương chuối bèo mắm sả ớt vụn ra cá chiên xào gan rau bằm vào cho và thật với gừng trộn chả dăm viên bửa
bằn: bằn | bặt bằn
bặn: bặn | bịu bặn
bặp: bập lặp lắp bặp | bẹ bặp môi
bặt: bằn vắng nín biệt lặng bặt tắt câm lịch tức tin tiếng bóng hơi đi | tăm tin tiếng âm đi hẳn dấu thiệp bóng nẻo bặt luôn hơi hết như không từ
bẹp: mũi móp xẹp dẹp bị bẹp lẹp lép bóp nát cán ép đập giẫm nón méo ốm xe dúm đá cũ thùng tròn đâm chèn dẫm nhọ sập dát tai phẳng nghiền | nát ruột gí dúm rúm xuống tai đầu mũi bẹp đuôi cả nhẹp một như mất hết đi vì luôn rồi do phần cabin thân dưới bánh ra lốp trong giấy quặt và vào
bẹt: mũi dẹt chân bẹt tù góc lẹt bè đầu giun sán mặt ngồi nằm đĩa hơi tròn to bẹp phẳng thúng thấp môi loe tai dang cá người | ra bẹt gí nhất dí như và bẩm dưới
bẻo: lẻo chim bẻo bỏm | lẻo bẻo
bẽ: bẽ phải làm bị | bối gãy bẽ
bẽo: bẽo bèo | bẽo
bết: bê dính tóc ướt lê mệt bết đi be kém hơi ngồi nằm áo bị máu rất lấm chậm nhờn gây nhão đặc bùn học chống mái giảm lệt lông | lại vào dính bùn tóc xuống mồ máu nhựa đất thành chặt nước lấy nhau vì trên mặt quá như hai cả bụi thế bết dầu mưa và lắm từng dưới đầy
bễ: lò thợ kéo thổi ống cái đôi thụt bếp như phò tiếng bễ đạp quạt hai | lò thụt rèn và da hơi bễ than đạp phì
bện: đan tóc rơm dây bết quấn tết sợi thừng bện được lạt chổi cót quyện xoắn hơi người cói nghề ngồi đay mây cỏ để gắn thảm thắt cuộn | rơm dây vào chặt lại bằng thành chão lưới sợi nhau võng rế cói chổi chiếu đay với lấy nón giày tranh hơi thảm nùn mây từ đôi hình túi quấn tết con thật lá những cỏ lưng gàu vòng phên quai xoắn ba dép bện chạc dài nên một
bệt: nằm bệt lê bê bồn xí cầu lệt mệt dép guốc đế gót dính lết đặt kéo lấm đi ngã phê mũi quỳ la trải bẹt sệt giầy khuỵu rơi tiêu dọc ngồi | xuống bệt giữa trên dưới ở ngoài bên cả vào ra đất bùn ngay một chân máu nền sàn trước nắp mà cho đế như tại lên thành hè
bỉ: ti đê bỉ nước người của tuyển tại ở bia sang bò đội hà và với từ | mặt sắc thử nhân vỏ ngạn cực lậu báng và đã là có cho ở trong phu
bỉm: mẹ tã thay mặc đóng quấn mua bỏ miếng gói bịch sữa dùng chiếc cái nguyên loại cai của các hội vải bằng tháo tiền quen hăm | cho tã trẻ người và giấy em quần lót hàng vải là thường bị bẩn ra được dán hiệu sơn liên thì mới
bỉnh: bỉnh chủ chấp ương | bút bỉnh
bịch: một hai ba bốn năm mười mấy từng mỗi nhiều cái các vài # huỵch bịch rơi ngã trong đánh bằng những nguyên đựng cả thành vô kêu phôi treo nửa thả nghìn ngàn trăm vạn sáu bảy tám chín ngồi xách quăng vào mua ném đóng dăm hàng sữa | đường bông sữa nước ni nilon nilông nylon trà cơm rác kẹo bánh thuốc gạo đồ rau thóc tã xuống một bỉm phôi nấm trái cà cá muối nhỏ lớn to giấy khăn lúa cháo bún máu nhựa mì hoa xôi bột phân đá ma chè thịt đựng quà hàng tiền xốp này vào trên bịch bim chứa đậu băng giống xà quần mứt
bịn: bịn | rịn bịn
bịnh: bị con mắc trị hết chữa sanh phát đau cái dịch căn tâm dưỡng lâm chứng khám nhiễm cáo nằm thọ khỏi thăm có ngã giả không đang lành trọng người ngừa phòng giường coi tật nhuốm vì sâu một các mang nhà | viện nhân tình hoạn tật gì này nặng rồi chết ho lao tim tưởng thì đau nghèo của cũ dịch là phong đậu tương hay mà không quá lại sốt bạch ngặt đó nầy thương tâm cho đã nên và phổi gan
bịp: lừa bìm bạc trò cờ thằng kẻ chơi tay bị đánh quân chim rượu chiêu dối gian đồ nói lọc bợm tổ ngón chuyện thầy dễ bịp làm bọn lũ mánh để con phường nghề | người bịp thiên dân khách nhau đời con mắt được tôi ai nữa kêu của mày mình công tiền cả chúng để bằng rừng
bọng: bụng sưng bọng cái ống đặt mắt cửa máy cống lỗ ổ có hai gốc bằng | mắt nước đái cây dưới ong máu dừa sọ cống mủ lên trên mỡ bộng
bọp: bọp bóp lọp | bẹp bọp
bọt: tan bong bèo tuyến nhổ nuốt nhỏ tạo hớt vớt nổi trào váng xốp lên bọt mạt đánh nhiều xà ra có đầy những chữa phun các lớp tung chổi rửa tăm sùi sóng trắng hai bã bông bia vòi bị không thô dung sữa | nước khí biển xà bong bèo mép sóng trắng bia xốp tăm ra rồi cho đi lên tung mịn vào là sữa biến chống và ở có hòa chữa bể bọt bám tan trên phèn hồng
bỏm: bỏm nhai | bẻm bẻo bỏm
bống: cái con kho giống loài bóng bống cô nuôi tép đàn của | tượng kho mú bống dừa cát trứng bớp bang ơi sao trắng là đen bình đục nhỏ mắt cờ thệ suối mít lên vảy và trụng
bốp: bốp đánh tát cái nổ đấm một | bốp chát một vào chớp
bốt: đồn bốt giày đôi cái đi các gác ủng trạm lính ra cổ đánh đóng phá trong một lên giầy những xây chốt từ nhổ về thoại | gác điện địch tây pháp cao da giặc cổ kiểm đen bảo giao của này đồn trực
bồm: bồm lồm | bộp bồm
bồng: bồng cõng ru đang được tay lại súng phiêu cồn rồi để chị bà bông xuống phải đi biết nóng váy | lai con em đảo cháu trên bồng trống lên đứa lấy bột theo nó mạc đi ra về miếu sơn một cho chồng vào anh thằng bé chị tôi tay cô
bổng: bổng trên bay nhảy lộc nhấc bỏng nhẹ | lộc trầm ngoại lên bổng của cho
bỗ: bỗ | bã bỗ
bộc: lão tôi nô trung đầy công thạch bộc lâm | tuệch bạch dương tộc bộc
bộn: kiếm bộn cả còn được tốn lãi thu cũng đã lo lời mất đổ ngổn rối có | tiền rộn bề bạc lên lời việc rồi người lắm bàng công mồ đó vàng lợi thứ chuyện bộn
bộng: ong lỗ gốc cây cái ống bọng trong hang ruột thân đất rỗng | cây ong ruột dừa rỗng đất giếng bàu không dầu
bộp: bộp rơi rụng cái tiếng | bộp một vào xuống
bớp: bống con nuôi giống bớp lồng đánh | nuôi thương giống bớp tai kho chết và là nướng vào cho
bờm: thằng tóc lờm bù cái bờm có sư chú túm đuôi rẽ của con lông vuốt không | xơm ngựa sư có đội rằng cười dài hung tóc trâu cài và của rậm đen vàng lên
bờn: bờn lờn | bợt bờn
bở: ăn béo đất món mối mệt khoai tơi bở mủn dễ của rất kiếm bị thịt vải xốp mềm chắc đừng thành | hơi tơi ra tung vía hồn rồi ăn béo như thế và quá bùi lắm mà gì
bỡ: bỡ hăm bợ | ngỡ bỡ ngàng
bợm: tay thằng lừa bẻ mấy các bọn những kẻ ông anh tên thánh già mặt quân | nhậu rượu già trợn bạc gái tửu bãi trộm ăn
bợp: bợp đánh cho tát bị | tai cho một mặt đầu vào mấy
bợt: trắng bợt nhợt bạc vải màu da xanh tím môi bờn đã | bạt màu đi bợt ra vai gấu nhạt phai chát vì
bục: lên trên cái bị bục vỡ cao sau bước xuống từ đứng chiếc một các nền rời thềm dưới lành đê vai ruột chỉ trước cạnh túi đến kê đặt gỗ hai những mủn vào về dễ ải | vinh gỗ nhận cao danh phát diễn trao nước đất chỉ túi ra vỡ cửa xuất mặt công nhảy đê sân bệ số của xét bê khai để kêu khán gác bục và chủ tượng lên đứng có nhất thành
bụm: bụm một tay lấy phải vội hai từng quạt mấy đưa rồi liền cười hốt | miệng mặt tay mũi lại cười mồm chặt đất gạo lấy hai cát nước cơm vết mắt đầu môi hoa tai
bụp: hoa bụp cây nổ cái tiếng đánh bông bị súng đài lá mắt sưng | giấm bụp một xuống vào tắt chát cho
bụt: ông chùa cây bụt hoa như thấy tượng nhà có ốc con hang cửa đá lành hiền thương cô hàng gặp của ma ngày làm đức khỉ những nhờ cúng thờ gốc rồi cho sờ | hiện chùa mọc ơi không nhà sao bèn đã thiêng nghe bảo hỏi là cũng cho trên và trong mặc ốc có thật lành nổi đỏ dạy giúp ngồi đến với ăn
bủn: bủn tay | xỉn rủn bủn chân nhủn người
bủng: xanh da bủng mặt vàng môi phù xương | beo bủng như vì da ra rệt
bứt: lá bứt đã cắn để tăng tự | lên khỏi ra tốc cỏ hoa rời đi đứt tai một từng cọng trái dây xa ngọn cành mấy râu quả lìa hẳn rễ cái cổ được đầu lấy rau mình nó hết lông những bông
bửa: bửa đi dao rìu nêm ngồi | củi ra đôi cau làm gỗ đầu thân dừa ngang bãi
cang: can càn ngoan thiên kim xuyên tam cương | cường mục
chang: nắng chang rừng mưa | nắng mặt vịt
chao: ôi chao gió chụp lảo chim bóng món hũ vịt nước đậu muối mái cánh chiếc con ướp thuyền người thìa ui úi ái chà nghiêng dầu cảnh lẩu cái bay đảo lại đồng hơi nắng cò én đong chấm | ôi liệng mình đèn lượn đi dầu ơi qua lại cánh chao ui xuống hộp lắc sóng buồn người là ngay môn trong cá mạnh giữa đưa nón lên về và trên vào chân tay nghiêng chụp đỏ nhớ một
chau: chau mày lau châu khẽ lại hơi ủ | mày mặt đôi lại mỏ chuốt cặp trán chau
chem: chem lem bô | chẻm chem nhẻm chép
cheng: cheng leng beng chập trống chiêng tiếng chũm tùng | cheng beng cốc chẹ
cheo: con nộp lệ tiền cheo lấy nhát thịt hươu hoẵng gieo loài treo cưới | veo cheo cưới làng hoẵng hươu lưng ngoại nội
chinh: tòng đông nam bắc xuất thảo tùng đồng một người tây bình khách giương nước xa gió ba bát bước chinh quân cánh cuộc viễn sĩ | phu phụ phạt nhân yên đông nam tây an đồ y sách chích thảo
chiêm: ruộng chân gạo mùa gặt cấy cánh tháng ngày cây chiêm vụ trà đất đông ếch nước chăm cày mạ gió nắng rét | thành bái xuân mùa trũng khê tinh hóa chiếp thì lấp tế đoán mộng ngập chín đến và chua năm cấy nam khao ngắm nương
chiêng: tiếng cái dàn bộ chiếc múa hồi nhịp ba những gióng và âm các cầm bài chỉnh phèng thanh nhạc hai một treo từng tấu mang nghe biết đêm đội người sáu chơi năm đúc diễn mặt loại hội gõ chum cúng giá mấy hòa nhiều dạy vang chóe học truyền ché | ché cồng vang tre tây ba của đã mẹ là và núm quý đồng ngân lớn nhỏ mời đón bằng khua goong lại cho trong lên không này đi có cổ mường để thì khoe arap ở như rền giục knah kêu sáu đầu báo mừng con bạt nổi đánh
chiếng: tứ giang anh | giang gái
chiếp: kêu gà tiếng chíp lích chim | kêu chiếp chiu chíp mẹ
chiềng: | làng chạ cơi ve châu mai sơn
choi: choi loai lau cây | choi chỏi
chong: chong thức mắt đèn ngồi còn vẫn chăm dương chói | chong mắt ngọn đuốc nến súng sáng suốt đôi hai thâu
choán: chiếm bị đã như sức cứ vật thân xâm lấn ngồi người không | hết chỗ cả gần ngang một mất lấy đầy nửa nước ngôi toàn lối ngợp nhiều diện phần quyền hai bởi mọi ngập kín hẳn tâm đến khoảng vị đường sự đất
choạc: choạc choang rộng | ra chân choạc háng hai
choạp: choạp | choạp
chun: dây sợi cái quần buộc co cạp chun vòng thun váy nịt bằng viền bo áo nảy gấu chiếc mũ đo thắt luồn dép những nhảy | mũi lại buộc cổ vào quần ra vòng và tay cạp co nịt chủn ở luồn qua xuống lưng hầm vô bản eo tóc chỉ để giãn chun nhỏ
chuốc: chuốc bị phải rước sẽ tự mua lại say chỉ cùng để rượu mời đừng đã gánh ép cầu bán đổi | lấy rượu thêm say họa oán vào vạ tội hận phiền thù mê thất hại cho chén nhau nợ danh bại thuốc khổ những sầu ly ưu não bia tai bệnh thảm nó
chuốt: trau gọt chau bóng chải chuốt được mượt vót vuốt dây kéo cột nan thon chặt trúc tre chẻ lời ngồi đẽo nhẵn mài ngón thẳng | lại cho nan mi tre bóng lông tóc từng gốm nhẵn mượt lời dây nhọn thành thép như và đũa câu tròn chuốt ngọt kỹ hơn lạt mây cái những quá
chuồn: châu tiếng bạn thịt chúng con đánh lẻn tìm vội liền rồi đã chực mũ bí định lo chuẩn sớm trứng mau câu mắm mùa gió khô lưới ba chuồn các quân át trốn nghề một gỏi | chuồn lẹ khỏi thẳng đi ra thôi sang êm về luôn chiên cồ khô thính sớm nướng chim lên qua kho rồi nhanh xanh hấp ngàn được hết vào mít ngay bay theo
chuộc: chuộc tiền chẫu chàng lập xin đòi đi để lo không bồi dưa được phải muốn đền cứu đem ơn phí thể việc cách tống ra cầm hối nhằm mang ngày | tội lại xe về con người thân cho ra những đồ đất được cái mạng tiền nhân là ruộng tài bằng nhà nàng chồng dữ của ấy bạn mình chạc hết từ và với ai
chài: quăng kéo cá dân vạc câu phường chài xóm ông bùa đi bị đánh thả tấm vãi tay lưới nghề mẻ chèo bỏ ngư thuyền cái anh chim chiếc người bói bác dính ném mắc bến nhà con tung | lưới cá xuống và kéo của mồi bằng quanh ven trên nghèo ra lên được bắt chờ nhỏ ở đi là xưa ngải có nước người phủ cũ
chàm: màu vải nhuộm cây bị bệnh thuốc lá dân người nước tháp cù cao xanh đen sắc núi khăn nhúng quần của trồng nền trị nhuốm ấn chàm vết bớt viêm da quạt các quạ vạt nâu váy bột giếng tay vũ chữ sữa thổ múa tím | sữa mới đưa da đổ pha xanh đen sẫm và cơ bội khô vàng của thể tiếp bôi quạp đậm trên là lên ở cũ có phủ trổ hay bạc nhuộm dân ướt
chành: chòng bưởi chanh đành tròng nhà xe banh trành chành chủ kho tành thuyền lanh | bành bè chành xe miệng môi ra lúa mồm gạo
chày: cái giã cối bằng chiếc đôi tiếng một hai vai cầm nắm đánh cầu hình đầu cả ba trán lấy nhịp khua chém dùng cây sắt như năm mấy thành u con vắt môn gãy quăng | giã đá gỗ và nện đập sắt đồng cối vồ xuống lên máy trên bằng đôi nhịp cãi tay vào thậm trong nghiền để của ba đất thành dộng đâm tre gạo dài nặng buồn
chá: cháo kén chá áp ma hoa | viết chiêng chá lợn
chái: cái hai nhà gian ba một ra ngoài trong đầu mái bên sau chái ở năm dưới nơi xuống hiên từ vào góc | bếp nhà hiên tây đông sau bên để hè trước trên lợp ra và chuồng tranh đầu dưới
cháng: cháng chuếnh loáng làm chếnh chống | váng cháng đầu
chánh: công ông quan hành chính nhà cụ tỉnh cánh bà lấy triều quận tài thủ phó đình bố tuần bộ hạ kiêm ngôi viện đế địa chức cậu xã bưu làm hương con bổn người tổng tôn bát cựu nghiêm tà ngũ cải ngay nền | văn thanh sự niệm chủ tế phủ trị hội đáng quyền phó điện pháp thức kiến tòa đạo ngữ sứ mật nghị trương đề thất ngạch lãnh xứ bái quả lục giác hương tuần mệnh mạng soái nghĩa hiệu nghiệp cung định kỹ sách đoàn bồi khách hưng tri ngự thẩm dẫn tâm tín biện trực thống giới danh quán lễ ca xác phạm
chát: vị rượu chua chát nước chuối chan bớt quả sung hơi chè đắng chúc trà lá ổi chí hết bị ăn vang búp khế mặn trái lời mùi tanh giảm giọng cay rất nghe ngọt giá trả khá và trát bốp xanh nói ngậm | chát của nhẹ và lè ngắt ngoét lắm quá chua đắng hơn sít vào một mà trên nên sin đỏ chúa khi xanh ở ngọt như thế miệng
chây: chây bàn lười mặt | lười ì ỳ đóng lì không nợ nộp ra bửa
chão: sợi cái cuộn ếch bện cây bằng thừng chiếc đoạn chão những hai con đứt như nhai lấy kéo | chàng chuộc buộc to và kéo thừng dài lớn rách bằng dừa
chèn: bị thổi chèn nan lấn cục chận hình đá chiêng gỗ chắn lèn cảnh đất ô bao xô phải ép người bê đã để xe dùng kẻ | ép lấn ngã vào chặt bánh qua thêm nhau gạch cửa lên các đá giữa ngang bẹp đét chữ cứng đầu trái mất gối ẩu cho đè cả kín đất khe một đường được hai gỗ dưới họng cát logo âm nhạc quảng liên cổ bằng tử video chân
ché: rượu cái chum những chiếc một mấy bình hai bên các # chiêng nhiều đổi ba bộ quanh vào choe | rượu quý cổ tuk và túc to cần lớn ba đựng tang này chóe
chét: bọ chi nhánh chét lá lúa con chống | có hình lại cắn và chuột nhỏ ve chét nhẵn đốt tay mọc thuôn dài chó
chêm: nói chêm thêm câu từ gỗ thành cái lời miếng đóng xen phần lại | vào thêm một chọc xen câu chặt nêm cứng gỗ vô cho tiếng lời mấy giữa chân những vài lại
chình: chình con chúng | biển bông suối hoa mun nước nuôi om nướng sông
chím: chím chũm | chím môi cười
chíp: con vi gà bộ máy gắn hãng cái chíp một thẻ sản xuất cấy dùng chất kế loại các kêu chim chiêm chiếc sạc những tiếng số thiếu mạch ngành tạo xử độ | điện xử máy bán nhớ hôi kêu đồ mới và của vi chiếp bông chíp tiên này để cho được khoai ai có dẫn cảm xôi trên sạc là
chít: khăn chít đầu chằng cây lá bông chuột chụt chút lưng thắt chun eo cỏ sâu đót hoa rượu chì con chim chổi ngang | khăn chắt eo chít chiu mỏ đầu lại trên vấn gối ngang kêu để và lưng tang xuống trắng chát quanh có một cạp
chò: cây gỗ chò rừng gốc quả những thân hai bông ván cò chồm nhà một hạt các loài bằng | chỉ nâu ngàn chò xanh hõ đen nước đãi này cổ
chòm: chỏm râu cây những một mấy từng các mỗi vài hai trong lỏm chòm # lá theo thành đám lùm thuộc chia trưởng làng ba nhiều có | sao xóm râu cây tóc mây lông lá chòm nhà bản chỏm núi làng hoa bảo thất tre dừa đại chọe người cỏ
chòng: chòng bị hay lòng trêu nhìn cái | ghẹo chọc nó nhau chọe em con lọng vào cô chòng
chóp: hình nón đỉnh cái trên khối mái chóp lên tháp phần nhọn cho các chòm ngôi núi đầu có tận một từ chụp những thể đáy lớp bằng rễ cụt ngoài mũ tích ở nâm | núi mũi bu nón lá đỉnh cụt mái tam tứ đều đầu rễ chép cao nhọn của quay và bạc có xoay lửa đuôi râu bao trên tháp nhà mào chài hình bằng tai là cây đồng
chót: đợt điểm lớp bét áp đứng sau hạng chót đội cuối ngọn đoạn đến rốt lần chua nơi phần đỏng chuyến trót ở mút bảng ngày trên giá thời lan đầu xếp tận vị cái câu từ chặng thứ vé về tuần dưới màn chỉ cành số gần hạn đuôi vòng | lưỡi bảng vót mũi đuôi chét cùng lá tai vào để trong của là nhất ngày chót nộp ngọn trước núi lớp chát hàng vây cánh nên với lưởi đầu mào khóa toàn
chông: bàn gậy cắm mìn hố bãi bẫy vót cái cọc chông rào gai mũi đóng đường thuốc thò cây làm trận hàng bằng ngòi vạt nhiều giẫm bụi lao và súng hầm những | chênh tre sắt mìn chà gỗ và đánh cạm bẫy diệt nhọn thò chông ba dưới của tên là quanh
chõ: cái bếp chõ trong đồ vào hai miệng bắc chiếc một ra ninh nắp cho hông xôi rồi đáy từ mỗi quay bà | xôi gỗ mõm đồ mồm miệng vào sang ra hấp đất hông để rồi và lên loa xuống thổi tai đồng bơm
chõm: lõm chõm lơm lởm | chõm choẹ
chõng: cái chiếc lều giường trên nằm bộ ngồi ra một lên kê hai hàng đầu bày ngoài xuống dưới mấy vác cạnh gầm chân khiêng phản sàn trải | ra tre đi hàng nước con nhỏ ngoài ọp kê cũ và kêu bằng bày nằm gãy nan để lên đến của vào ngồi
chù: chù chú lù chí mặt | ụ vù chụ hôi chù lợ
chùn: chùn không lùn ngắn tay hề hay phải cũng bị làm chân ngọn bệnh bước đã ý tôi | lòng chân gối tay lại đọt chí xuống ngọn ý chùn trước vai ra ngắn
chùng: chùng chập màn lùng áo xuống vụng dây quần kéo chủng trùng khi gối vó căng lúc nắn vải vai cá váy khiến đi hơi bóng chất | xuống chình chằng lại vụng thâm áo gối lòng giọng chân quần dây giãn lén của trắng tới đen quá chùng màu mắt rộng đầu khơi dài cả trình
chúm: chúm miệng môi lúm hàm nụ đặt ống hoa cười | môi miệng chím đầu lại năm tiếu lươn mỏ mồm cười chiếm nụ chúm hoa tay như
chĩn: chum cái một sa chuột đầy mấy lu vại | gạo mắm nước tương rượu vại
chĩnh: tròn mũm mẫm chum cái hũ chĩnh một chuột sa vại đóng lọ chiếc hai những mấy nghiêm chễm chững | gạo tương chệ sành mắm đựng rượu vàng chẹ nước chện
chũi: chuột cá dế con lủi bọ chui chũi gấu mũi loài ngan | mũi vào sao đầu hải mõm chũi đất không
chũm: cau xương viêm quả chũm tai đánh miếng nhỏ cái núm ngực đôi vú bộ tiếng trống | chọe chóe cau mãn cấp và cọe tai
chơ: lơ bơ chỏng trơ nằm lẻ chơ còn ở tháng đứng | lơ vơ chỏng cỏng ra một giữa đó không
chơm: chơm lơm bù | chớm chơm bơm
chơn: tay lạnh chơn bàn dưới cẳng dừng bước dời đi hai đôi cái một dấu ngón đứng dò mỏi dưng đặt dẫm thiệt quỳ theo trẹo sút gót té | tay thành chất lý thật thần tình như linh truyền dung nhơn đi ra chánh không mày trời vào lên mây nhang
chư: chư cùng của với các kính cúng quý và bẩm lạy thưa bái mời nhờ cho nguyện | vị phật tăng ni tôn thần tử tiên tướng sư thiên quân hương đệ bộ thánh huynh công hiền tổ linh hữu phủ pháp quốc nho khách pah sê prông păh đồng dân bồ á thượng môn hành
chưn: tay cái cẳng bàn chưn ngón dưới hai rửa giò đi mỏi cặp lên co bước dậm đứng đôi móng chồn gót một bắp lấm | tay cẳng ra lên không đi vô xuống vịt mình nó tôi chạy giò đất
chước: mưu bày bắt châm kế chước chuốc chiếu miễn lắm cái trăm mọi ba dùng xin giảm được các | quỷ ma lượng thành tuyệt chi gì ấy này lễ khôn cho là trừ
chướng: ba mùa cổ lam chướng sơn bụng bình trông rất ẩm ma cây gió đầy thế nghe nồm khí con thật tật hơi giồng non bướng quá bệnh thấy cấn tục ngang bị trở bức chứng tức màn bấc ương sở chống ngọn phiền bất bảo trấn hết ác tam | ngại khí hơi bụng tai mắt lắm quá thế non về thổi lồng bệnh lên kỳ tính vì và cổ chướng to đến dày đầy mà sau bấc nghịch duyên khó căn thật cả da
chườm: chườm túi khăn nước đắp nên dùng đá cách để rồi hay ngải muối có lá nóng rang lạnh vải thể gừng | nóng lạnh đá mát ấm lên vào khăn trán cho nước muối ngải bụng túi ngoài trên vùng lưng bằng mắt nhẹ đắp rốn tại chỗ
chường: chường chán chẳng dám bẽ ngại đi lại thì tự | ra mặt cái bộ đến
chưởng: chưởng phim truyện võ tung một ra thiết mộc quản phát kiếm đánh chuyện quan đường thần hàm đọc cỏ đòn huyệt thập cửu bàn tiên luyện bằng các xem những sa hợp hai từ cước | cơ ấn bạ phong lý quản môn pháp khế giáo lực đăng tọa dinh vệ bồ hữu tả phủ binh của vào tâm thần doanh thủy
chược: mạt mà tài | và
chạc: cái chạc bện dây chữ đứng hai ba chĩa nắm đánh ăn một trên thừng leo | cây ba chữ tay xe trâu chuối cao đôi ổi mũi hai xoài tre ngã rơm bằng
chạch: cá con đê om kho nuôi bắt như giống đắp loài bờ những chạch cua trạch món ăn ngoe trê và | bùn sông lấu đê kho om đẻ chiên nướng và lửa là giống ngô trong con bông dài có cát rim
chạn: cái trong trên chui tủ gầm mở chó lên úp lục vào chân góc cửa chiếc | bát bếp lấy thức tre đựng gỗ vương để cơm cao có nhà
chạng: chập chàng dạng | vạng chân háng ba hai
chạo: chạo món ăn ếch chả chệnh bí | tôm rạo chân cá bì ốc chạo bưởi thịt mía tai
chạp: ngày tháng rằm lễ đến giữa cuối đầu một tết tảo cúng giỗ hội hai ba kỳ gió sang nhà chiều việc vào sắp chàm mùa sương mưa nắng | mả họ tết âm hàng năm mộ vừa gia ta đã trở là này tiền tổ về lạnh cho đến ở người
chạt: chạt ruộng nước | chạt muối lọc
chảu: cá chảu | chảu
chấu: trấu ba châu chạch cào hai bốn phích lưỡi ổ các năm kim | cắm chấu kẹp bấu voi ma và hột ăn bay đậu tre
chầy: canh chẳng chày đêm năm chóng mau thì bấy bền lâu ngày không tháng | hay ngày thì cũng cối da bấy kíp năm
chẫm: chẫm | chậm rãi
chập: chập mấy một vài đêm hai từng lúc bị chiều do dây trùng cháy chống gây điện bướm trời | cheng choạng chùng tối lại mạch vào làm hai chà nhau một ba đôi chừng pha nguồn với tới mát dây nữa lâu ngắn thần chập sau chồng chờ chém bốn bộ
chắm: chắm chúi chăm chùm nhìn | chú chúi vào
chắp: vá chắp nối lẹo mắt bị tay được chữ lên mụn hai như chích đòn trích ghép | hai tay thêm lại bút với nhặt đôi mắt lẹo sau thành mối ghép cho trong nhau vào ba lên dính từng thảnh mảnh các duyên những dây ở gỗ cây bằng
chắt: chút chắt đánh chơi nước cháu con cốm cải chi bòn ông hến ban đời bà trải góp gạn bóp ruốc cụ cố dành rồi đem để được | lấy bóp nước chịu mót ra từ bỏ góp hút chuyền chút hết từng cho nội ngoại của lửa sắn những uống trong lại vào mật rượu dành thành được cạn lắt
chằm: mặn chằm nón vá đầm ngồi áo nghề chăm khung lá khâu kim cái bả ao | chằm nón vào bặp tơi lá áo vá ra đi
chằng: dây chằng buộc chăng néo kéo chịt | buộc níu chịt chéo dây dịt trâu ăn khớp đầu gối lại chằng đụp tre cột chống mạng chặt ngang qua lên bằng vào quanh bị sau tinh và trước của bên tay cổ ra
chặm: chặm lấy khăn giấy khẽ tay | nước mắt mồ vào lên lại mặt máu môi khô
chặp: một mấy từng chằm chặp vài hai bài hồi | nữa lâu sau chặp cải một mới thì rồi
chẹo: chẹo xẹo cây gỗ | giò tía lạc xẹo
chẹp: chẹp cái | miệng chẹp lưỡi môi
chẹt: bắt bị chật chẹt đè chẹn xe chèn tàu bóp ô tô nằm trâu | chết phải cổ họng lấy nhau ngang cửa chân tay đường lại vào chẹt nát
chẻm: cá con nuôi lem giống chem | giống là thương hấp nuôi chẻm trong và mõm được
chẻn: chẻn nước | hoẻn chẻn chèn
chẻo: chẻo bánh nước sủi chỏm lưng nặn ăn gói | hấp nhân chiên chẻo nước tôm và mép rươi luộc lạc giò chấm
chẽ: chẽ áo một từng cành nhánh bó hai chặt | ra lúa cau ba quả hoa trầu nhánh tay
chẽn: ao chẽn quần từng một lúa áo nhánh | lúa gối tay màu hoa cau đòng bông đen
chếch: chếch chênh đi hơi bay bóng nhìn rẽ nằm xiên trông nghiêng cách nắng treo đứng | mác về lên sang bên choáng một hướng phía xuống xa chếch với đối ra qua trước đông nam bóng
chề: ê chán bĩu chề não | môi chệ chề
chềnh: chềnh lềnh | ềnh choàng
chễnh: chễnh | mảng choãng chện
chệ: chễm chàng chồm ngồi chệ chọe | ngồi trên
chệch: chệch bị đi không chạy làm trật sai lệch bắn trượt | hướng choạc khỏi ra đi mục đường sang đích choạng khung quỹ nhịp làn cột vị lối ray so nhau chuẩn trong giờ với tay
chện: chàng chễm chện chạo | chạo
chịa: chịa cút | chịa
chịt: chịt rậm chi chặt dày chụt chặn đan đầy | chịt những vết lấy cổ như dây trên các chữ khắp của cây rễ và kênh lối ngang trong đan hàng sẹo bao vào lại mạng đường chi hình
chọ: chọ lọ | chẹ
chỏ: cùi khuỷu chỏ cánh cái bằng vác đánh khủy đòn chống hai thúc | mồm mõm vào mỏ miệng tay của lên xuống đánh
chỏi: chống kèn lỏi chỏi chân tay đối khắc tương chói cây | nhau lại tay lọi với vào xuống chân cột
chỏm: trên cái đầu một để chỏm những lún mấy lỏm hoại tử chòm từ xương từng thay ba hai tóc các lên nơi sỏi chăn tới thời còn vài mảnh thuở cổ tiêu | núi tóc đồi xương đầu cao mũ lông râu cầu đất chọe tuyết trên khớp cát đá cây lá nón khăn quay rừng và đỉnh mây chè là nhỏ
chỏng: chổng nằm chỏng ngã té lổng nói cái cứng chống lăn trên | gọng vó lỏn trơ chân đít queo cẳng mông quèo tre kềnh
chốc: chốc thoắt bệnh trốc trong sau chả bỗng dăm giây một nháy đầu mép lở mụn bị ghẻ ra chẳng khoảnh chống lát chợ thuốc viêm chữa ăn vài | lở đã chốc mép nữa lát đầu ấy lại thì được đà anh là hóa trở thành có mòng cho tôi
chốp: chồm chốp | chốp
chồ: chồ căn nhà chòi cái | rẫy lá canh hố tranh cá
chồm: chồm lồm nhổm người rồi nó lại bỗng chó bèn lên sóng cứ hổ bị ngựa lao | lên dậy tới người ra vào qua xuống đến sang chỗm về hổm chồm lấy hẳn hai ngay
chồn: con chồn loài chân lông bắt thịt nuôi bọn đuôi chuột cầy bẫy những và như cà phê giống gối bay gan đàn các hang cáo hai nai cheo bầy mặt chú cái lũ ruột một quýt trút từ da ổ sóc mấy phân săn họ vịt cú lửng | gối lùi cáo sóc đuôi mướp bay dơi và vàng hôi là ngận sương cheo tinh ăn bạc trắng bắt nâu có mun đã không vào của rừng nhung mực thỏ đen má lửng lòng cổ dạ thải chờ nuôi nhím trên lại cả
chổng: nằm chổng ngã đầu lăn lổng té đổ xe lật bị đứng | mông ngược vó gọng đít cẳng đầu bốn hai lên phao chân khu chểnh bánh ra chổng trơ càng
chộ: không đã thấy răng ai có ngó mà chi chưa | mô chi rồi mi không răng người mặt tui
chộp: chộp chụp bộp vội liền nhanh bị kịp để tay đã cú bắt săn nó bấm với hắn | được bắt ảnh vội ngay một cổ tay cái lại con chiếc nó vào thời lựa cơ hụt luôn gà mồi nhanh khoảnh hình những chộp bóng hai
chột: mắt thằng chột bị còi một dưa nấu vua xứ làm người cây môn rau ông cọng anh lợn lão hải tên muối canh củ tướng con thủng chết | mắt nưa một môn làm bụng và cả ý đi chạt lòng hai khoai bên cây mất cằn
chớt: chớt cợt nói nhả lớt | nhả chát giọng cợt
chờm: bờm chờm lờm tóc chườm lông phủ xồm râu trùm | qua lên bờm ra tai chợp xuống gáy cổ lạnh trên vào chờm
chờn: chờn rợn ren ốc hơi chợn chập răng bị | ren rợn răng ốc chờn tay
chợp: chợp chưa không vừa mới được tôi chẳng cố cá ướp chượp thể chờm | mắt đi một được ngủ
chụm: chụm chum ngồi bếp chân cây tay rơm để đầu củi chúm đạn làm bắn mái dành từng đứng mọc rất ngón độ túm lửa khép | lại vào hai củi lửa năm miệng nhau chân bếp ba môi các lò ngón tay với mũi thêm sát cả nấu quanh mồm thành rơm từ
chụt: chụt hôn chùn cái một bú mút | chụt chịt một vào
chủn: chủn ngắn lủn lùn chun | chủn chẳn
chửng: ngã nuốt chửng chơi bổ đứng lững | ngửa luôn con một vào cả hết mồi lấy chửng những bởi trong cái các mọi
chững: chững bị đứng lững chậm trông đang đà giá dần khá trường có bỗng sẽ tạm lúa bắt đã dấu hơi | lại chạc đi cái hẳn giá chàng chững sau do chờ
chực: ăn chầu chực nằm ngồi túc trực chỉ chờ đứng cứ nước ngủ nhờ bú mắt đi tối xem lúc đã như uống lệ xe vẫn anh toan ở | chờ trào ở sẵn trông ăn bay đổ rơi khóc nuốt để ra vồ hầu chầu ứa nói chạy hờ bên lao ngã ập tuôn òa đợi nhảy đi trốn ngoài nhà vỡ xông trước rình cắn bước xô đón cơm được như
com: com chấm | pa lê bo pắc măng mi ple plê phát đom pha bát pu
càm: càm cằm | ràm càm
càu: càu cằn | cạu càu
cáng: cái bằng nằm chiếc võng lên cán trên đòn được bị phải những người đưa tốp cầm dùng đảm xe | thương ra vào cứu đi tre về lên bộ được tự tải bệnh anh nó một đến xuống bằng người nổi võng sang
câm: giả như ngậm kịch phim bị người thằng bẩm con trẻ cô nín nhạc lặng chữ vừa mù điếc hóa xác im gã anh phân hến đạn đứa thành cái phải chó ông cậu đờn chị ráng bắt khoản phận màn thì mày sự bản biết em tắt | như và mồm ngay bẩm họng đi hến mõm mà tịt nhưng lại bặt lập hay hoặc rồi nói từ thì ngọng ấy của vào mù nên
câng: vênh mặt câng | cáo lên mặt
còm: còm lưng lom gầy ốm cái đọc con vài những ngựa người đồng một các tiền viết lương lợn bò thân dăm mấy lại hàng | cõi nhom cọm ròm lưng rom com cưỡi nhỏm xuống mèn còm nhách người này của
cõi: bờ còm ba một nơi khắp trong vào trần khỏi về cõi đi đến hai các mọi từ của bốn lìa sang trên thế những rời già ngoài toàn sáu lạc còng ngự cả lên nhiều người giữ xuống chốn dưới giữa sinh gầy # qua tới nước là sơn | đời tạm thiêng vĩnh nhân niết hồng trời lòng người thiên dương tục thế hư mộng mê bồng ta sống này về riêng thiền thơ tâm đất nam xa vô địa cực thần bờ giới hạ sắc tịnh siêu u ấy khác thượng xưa lặng nước dục hoang tình nào còn hằng dân già thinh thanh biên bất không như lạ thường đó ma lành
căm: nan rét lạnh tức căm nỗi xe cóng cái lòng sôi càng gan cây gỗ trừng bánh giận | gan hận uất xe thằng căm lắm lũ nó mấy bọn kẻ cái quân
cạc: cạc card cái con | cạc đồ màn mạng vi âm
cấn: quẻ bị cá hơi cấn cung hướng cái nằm còn chỗ ngồi vướng có lợn chó heo mới lại đất thấy trừ | trừ thai cái vào nợ bầu đau chửa lắm tiền lên đốn một lưng quá cấn chấn qua vốn
cẩn: tín ủy tất chạm khảm ốc cẩn cừ tủ được lo gỗ đá gạch trang | cáo ngôn tắc xà ốc chí đá ngọc bạch vàng tín bút phòng thủ thân gạch củ án
cẫm: cập | chướng chân
cẫn: cẫn | thận
cẫng: cẫng nhảy reo nhẩy mừng | lên vì chạy cẫng
cật: quả bầu ruột tre no tôm cật nan vị bụng tối chung đối lá món áo rỗng thịt gan bổ đau thăn bằng ăn lợn bồ chặt tim đấu sao hai vòng vót tra lưng yếu | heo lợn bò dê tre sức cũng nứa gà và luồng cho thận ruột nướng chất áo liền vào của trăng cật xào bổ lá giang
cắc: vài một hai ba năm mấy từng # đồng cắc cọc tiền không xu lắc mỗi tắc bạc | ca kè cùm cắc nào bùm bạc bụp đó tùng mốt hai một rưỡi lẻ
cắp: cắp bọ kẻ kìm diều hay bị chim gian nách tay con cò đánh tội bà thói quạ cọp giật cua thằng lấy vẫn bọn móc rái | nách nắp tài vặt cặp gà đi rổ nón thúng ô tráp của tay đít tiền xe dưới đủ giáo cái chiếc con mất gươm súng ở trong hiệu vào lấy một được đồ ra mồi lên bên nhau ngang điện rương hai theo vở
cẳn: cẳn | nhẳn
cẳng: chân tay ba bốn cái giơ dài co rộng duỗi cao gãy guồng vắt chổng hai chạy cò đi chồn dang què vểnh một cuồng gác thẳng mỏi sải xương chặt cuốc cùng đôi lủi nắm vung vác sáu khẳng | tre gà lên trâu ngỗng chạy vịt bò chó heo nhái mà ra trước sau gầy dài như nó bám rồi
cẵng: cẵng hậm nhảy | cẵng
cặm: cặm tre cắm cặp cây đem lúi cờ đi kèo câu nò được | cụi câu sào cây cừ đầu đăng nêu cọc cờ xuống trên vào một tre chà lên cúi đáy
cặn: nước đóng bùn bám lắng có các chất khoai còn không mảng váng lọc chưng phần cáu dầu tráng hút của xăm hết cái dưới vôi vét rượu | vôi bẩn dầu lắng thừa canh trong dưới ở rượu và bùn nước phê đen từ lại bám cáu không đáy thuốc cơm của chè kim canxi bột xăng cống ra tan hữu
cỏi: cứng kém cỏi | của và như về cỏi
ách: cái một gông xiềng dưới quàng tròng chiếc vai mang đeo phá thoát khỏi anh ách no hắt giải | đô thống nô áp cai cày bò giữa kìm gông xâm kẹp bóc thực ngoại phong ách xì của
ám: u bị quỷ ma khói đen bồ cháo cá đừng tà vong hóng muội đang | thị chỉ muội khói khí trợ quẻ tiêu đen bụi vàng mùi vào lấy hại toán số ngữ tàng quân độc đầy lên mọi nhau tả dạ nghĩa minh tôi người cả theo mãi hơi tro tường nhà áo tóc trần màu
án: hành mức nhận chịu mang ra có bị phúc trọng kỳ thảm tình can chấp thành theo dính mãn đình treo ngoại đại công mật sau học thi hồi hoãn chờ những các mỗi một đầu ngày kỷ thẩm điều | chung đặc hình dân kinh giết ma tham mới ngoại chính binh thư gian cấm kỷ thờ đường khổ nặng nhẹ từ quan sơ phúc nghiêm cao thấp tại của là và này đã được đầu tư
ánh: lấp lóng sáng hình những một | sáng hào nhìn kim sao chớp vàng bạc lên hồng xanh bình dương chiều mai ban đuốc nến thép hoàng sương đỏ tím cam xạ nhũ ngọc lân điện hà le đạo hồi linh lóe nước tà sắc xám trắng biếc thái tuyết phản màu cười rạng nguyệt thu hè xuân đông tươi lung lấp huy ráng than lò dầu pha bóng gươm mặt vào ra trong lam lục nâu bếp trời ngày đêm hừng chói nê
áp: tăng cao giảm máy thủy ép trung siêu đẳng quá kích âm dương thẩm giáng tổng ngư thế thổ cường đè uy bị gián vi chênh hồi bơm tĩnh màng động điều tái đối chi trực đo ổn áp được van thấp phân dao dòng đóng | vào tai mặt má suất phích giá phe bức chế thế phách tải chót chảo kế trục lạnh nóng cao tường mái kín tay trần lưng miệng mũi giọng đầu chặt lên xuống môi bàn một điện mức tết rét nhiệt điểm cho theo tới đến khung hai người ngực gần lại ống
át: bị làm thét nói kêu la quát hát gào con đè quân lá cả không được phải | đi cả hết tiếng chủ giọng hẳn lời mất vía chế mùi được hơi lại luôn phần lát át những cơ rô bích tép nhép âm cái vị mọi nỗi sự cơn
ăng: dựng bắt râu dàn chảo cần | ẳng co lê ghen gôn ca gô kê ăng lát
ạch: ạch ành ò lạch oành | đụi ạch ì
ảm: ảm | đạm
ấn: lễ phát đóng treo từ ấn ngọc chiếc quả con kim bảo tái mật ban soái rước thầy trao xin hậu giao nhận tướng quan bắt pháp tay cái lá hãy khi bị người nước các lấy tiền bóp | vào nút mạnh xuống phím tay chuông nhẹ còi đền độ tín quyết kiếm triện vua ngọc vàng bạc đồng bửu giữ chặt lên đầu ngón số chọn like lại cho vội ga phanh nó một thử hệ giáo theo được quan
ẩn: tàng sống lánh còn đang thoắt phương nghiệm biến được bị nằm bí kín số bất những nơi mai quy chạy hai một nốt tinh lặn giấu khuất thì đều dấu vẫn về am từ mật | mình chứa danh sau trong dưới tàng ý nghĩa khuất thân giấu vào đi tích sâu ngữ chìm cánh lậu bên nhẫn tu số ở hoa lánh nơi giữa chưa tinh tế và tướng lặn trên đằng mật bản cư kín của trú tên x là hoàn những một
ậc: ậc nấc | ậc
ập: ầm kéo ướt tràn sập dồn ùa đóng ồ bỗng ập xô rầm chợt | vào xuống về ra lên qua lại đổ trên cửa òa ngay ập sang một
ặc: ặc ằng kêu ọc | ặc ra
ặp: ặp ồm | ặp
`

const setOf = (words = ''): ReadonlySet<string> => new Set(words.split(' ').filter(word => word !== ''))

export const closedWords: ReadonlyMap<string, Company> = new Map(
  table
    .trim()
    .split('\n')
    .map(line => {
      const [word = '', company = ''] = line.split(': ')
      const [before, after] = company.split('|')
      return [word, { before: setOf(before), after: setOf(after) }] as const
    }),
)

/** Each of them with each word of its company: "đàn dơi", "chất xơ". */
export const closedPairs: ReadonlySet<string> = new Set(
  [...closedWords].flatMap(([word, { before, after }]) => [
    ...[...before].map(other => `${other} ${word}`),
    ...[...after].map(other => `${word} ${other}`),
  ]),
)
