/** The syllables that written Vietnamese cannot do without; evidence that short decoded text is Vietnamese at all. */
export const frequentSyllables: ReadonlySet<string> = new Set(
  `và của có là được các cho với người những về để tại này đã đến từ một không trong ở năm xã thôn ủy ban nhân dân hội
   đồng công tác tổ chức thực hiện việc quy định theo số ngày tháng vào ra trên dưới khi đó nhà nước tỉnh huyện thành phố
   thông tin văn bản kế hoạch báo cáo đảng bộ chi trưởng phó chủ tịch bí thư cán phòng đội hộ gia đình dân đất rừng lúa
   nghị quyết tháng giấy phép phát triển kinh tế xây dựng nông thôn mới điều kiện chính phủ sở ngành đơn vị cơ quan địa
   phương bàn nội dung học sinh trường lớp em trẻ cũng đều nhiều ít rất đang sẽ phải cần nên bị do vì nếu thì mà như còn
   lại lên xuống qua sau trước giữa cùng đề nghị đối họ tên tuổi nghiệp dịch vụ thuế tiền đồng tỷ triệu nghìn trăm mười
   hai ba bốn sáu bảy tám chín kết quả hướng dẫn thủ tục hành lịch làm việc lễ kỷ niệm cuộc họp tiếp xúc cử tri đại biểu
   khóa kỳ quý sáng chiều tối giờ phút bà con quần chúng phụ nữ thanh niên cựu chiến binh mặt trận quốc việt nam hà sự
   bảo vệ an ninh trật tự phòng chống tai nạn bệnh y tế giáo dục văn hóa hoá thể thao truyền đường giao mọi ý mình số đó
   toàn nguồn vốn đầu tư dự án sản xuất chăn nuôi giống cây con vùng khu khai thác quản lý hỗ trợ chính sách nghèo cận
   tặng quà biểu dương khen thưởng quyền lợi ích trách nhiệm nghĩa thời gian bắt kết thúc yêu cầu nâng cao chất lượng`
    .split(/\s+/)
    .filter(word => /[^a-z]/.test(word)),
)
