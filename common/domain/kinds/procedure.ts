import { field } from '../field'
import { heading, type Kind, paragraph } from '../kind'
import { audience, documentDate, documentNumber } from './common-fields'

export const procedure: Kind = {
  id: 'procedure',
  label: { vi: 'Thủ tục hành chính', en: 'Administrative procedure' },
  hint: { vi: 'Công bố thủ tục mới, sửa đổi hoặc bãi bỏ', en: 'A new, amended or abolished procedure' },
  fields: [
    field('procedureCode', 'text', 'Mã thủ tục', 'Procedure code'),
    field('procedureArea', 'text', 'Lĩnh vực', 'Area', { required: true }),
    { ...documentNumber, label: { vi: 'Quyết định công bố số', en: 'Decision number' } },
    documentDate,
    field('procedureStatus', 'choice', 'Tình trạng', 'Status', {
      choices: {
        issued: { vi: 'Ban hành mới', en: 'Issued' },
        amended: { vi: 'Sửa đổi, bổ sung', en: 'Amended' },
        abolished: { vi: 'Bãi bỏ', en: 'Abolished' },
      },
    }),
    audience,
    field('processingTime', 'text', 'Thời hạn giải quyết', 'Processing time'),
    field('fee', 'text', 'Phí, lệ phí', 'Fee'),
  ],
  template: [
    heading('Trình tự thực hiện'),
    paragraph(),
    heading('Thành phần hồ sơ'),
    paragraph(),
    heading('Kết quả'),
    paragraph(),
    heading('Căn cứ pháp lý'),
    paragraph(),
  ],
}
