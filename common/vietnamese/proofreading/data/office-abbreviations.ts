import type { KnownAbbreviation } from '../names-table'

const pack = `
UBND = Ủy ban nhân dân !
HĐND = Hội đồng nhân dân !
MTTQ = Mặt trận Tổ quốc !
UBMTTQ = Ủy ban Mặt trận Tổ quốc !
BHYT = bảo hiểm y tế !
BHXH = bảo hiểm xã hội !
CCCD = căn cước công dân !
CMND = chứng minh nhân dân !
HTX = hợp tác xã !
TNHH = trách nhiệm hữu hạn !
THPT = trung học phổ thông !
THCS = trung học cơ sở !
PCCC = phòng cháy, chữa cháy !
QĐND = Quân đội nhân dân !
CAND = Công an nhân dân !
ĐVTN = đoàn viên, thanh niên
CNTT = công nghệ thông tin
TTHC = thủ tục hành chính
GPMB = giải phóng mặt bằng
NTM = nông thôn mới
KHKT = khoa học kỹ thuật
CSDL = cơ sở dữ liệu
DVC = dịch vụ công
DVCTT = dịch vụ công trực tuyến
BTXH = bảo trợ xã hội
ATGT = an toàn giao thông
ANTT = an ninh trật tự
QPAN = quốc phòng, an ninh
VSATTP = vệ sinh an toàn thực phẩm
ATTP = an toàn thực phẩm
TDTT = thể dục thể thao
VHVN = văn hóa, văn nghệ
CCHC = cải cách hành chính
PBGDPL = phổ biến, giáo dục pháp luật
CSSK = chăm sóc sức khỏe
KHHGĐ = kế hoạch hóa gia đình
PCTN = phòng, chống tham nhũng
PCTT = phòng, chống thiên tai
TKCN = tìm kiếm cứu nạn
CBCC = cán bộ, công chức
CBCCVC = cán bộ, công chức, viên chức
NSNN = ngân sách nhà nước
BCĐ = ban chỉ đạo
BCH = ban chấp hành
BTV = ban thường vụ
CCB = cựu chiến binh
LHPN = Liên hiệp Phụ nữ
CĐS = chuyển đổi số
TNXP = thanh niên xung phong
NCT = người cao tuổi
VPHC = vi phạm hành chính
GCN = giấy chứng nhận
HSSV = học sinh, sinh viên
KTXH = kinh tế – xã hội
`

/** Short forms offices use; `!` marks those every reader knows. */
export const officeAbbreviations: readonly KnownAbbreviation[] = pack
  .trim()
  .split('\n')
  .map(line => {
    const [short = '', rest = ''] = line.split(' = ')
    return { short, full: rest.replace(' !', ''), familiar: rest.endsWith('!') }
  })
