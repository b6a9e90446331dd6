import type { PackManifest } from '#common/domain/inspection-pack'
import { packPaths } from '#common/domain/inspection-pack'
import { formatInstant } from '#common/domain/vietnam-time'
import type { SignedFiles } from './pack-files'

/** One command that checks an Ed25519 signature: openssl 1.1.1 or later. */
export function verifyCommand({ signed, signature, key }: SignedFiles): string {
  return `openssl pkeyutl -verify -pubin -inkey ${key} -rawin -in ${signed} -sigfile ${signature}`
}

export const digestCommand = `sha256sum -c ${packPaths.digests}`

export const machineFiles: SignedFiles = {
  signed: packPaths.signed,
  signature: packPaths.signature,
  key: packPaths.machineKey,
}

const digestOfList = `sha256sum ${packPaths.digests}`
const readList = `cut -d. -f2 ${packPaths.signed} | tr '_-' '/+' | base64 -d 2>/dev/null | grep -o '"path":"${packPaths.digests}","sha256":"[0-9a-f]*"'`

interface Contents {
  readonly organisation: string
  readonly madeAt: string
  readonly madeBy: string
  readonly machine: PackManifest['machine']
  readonly fingerprint: string
  readonly articles: number
  readonly approvals: readonly SignedFiles[]
}

/** HUONG-DAN.txt: what lies in the pack and how to check it without any program of ours. */
export function guide(contents: Contents): string {
  const commands = contents.approvals.map(verifyCommand)
  const lines = [
    'HỒ SƠ KIỂM TRA TIN BÀI (English below)',
    '',
    `Đơn vị: ${contents.organisation === '' ? '(chưa đặt tên)' : contents.organisation}`,
    `Lập lúc: ${formatInstant(contents.madeAt)} (giờ Việt Nam), người lập: ${contents.madeBy}`,
    `Số tin bài: ${contents.articles}, số phê duyệt: ${contents.approvals.length}`,
    `Khóa máy trạm: ${contents.machine.kid}, vân tay ${contents.fingerprint}`,
    '',
    '1. XEM. Giải nén cả hồ sơ vào một thư mục rồi mở index.html bằng trình duyệt. Không cần mạng.',
    '   Trang tự kiểm tra chữ ký và mã băm của mọi nội dung mang trong trang. Để kiểm tra cả các tệp',
    '   bên cạnh (ảnh, tệp đính kèm, phiên bản gốc), thả tệp .zip hoặc thư mục đã giải nén vào trang.',
    '',
    '2. KIỂM TRA ĐỘC LẬP, không dùng trang index.html. Mở cửa sổ lệnh tại thư mục này (Linux, macOS,',
    '   hoặc Git Bash trên Windows; openssl từ 1.1.1). Mỗi lệnh phải báo “OK” hoặc “Signature Verified”.',
    '',
    'Mã băm của mọi tệp:',
    digestCommand,
    '',
    'Chữ ký của máy trạm trên danh mục hồ sơ:',
    verifyCommand(machineFiles),
    '',
    `Danh mục ấy có ghi mã băm của ${packPaths.digests}; hai lệnh sau phải cho cùng một mã:`,
    digestOfList,
    readList,
    '',
    ...(commands.length === 0
      ? ['Hồ sơ này không có phê duyệt nào.']
      : ['Chữ ký của người duyệt trên từng phê duyệt:', ...commands]),
    '',
    'Muốn đọc một phê duyệt ghi gì (bài, phiên bản, trang, người duyệt, thời điểm):',
    "cut -d. -f2 TỆP.ky-vao | tr '_-' '/+' | base64 -d",
    'Trong đó “revision” là mã SHA-256 của phien-ban-….json, “html” là mã của phien-ban-….html.',
    'Trên Windows có thể tính mã băm bằng: certutil -hashfile TỆP SHA256',
    '',
    '3. NHỮNG GÌ KIỂM TRA NÀY CHỨNG TỎ VÀ KHÔNG CHỨNG TỎ. Chữ ký đúng chứng tỏ nội dung không đổi kể',
    '   từ khi ký bằng khóa ấy. Nó không cho biết khóa là của ai: hãy so vân tay khóa máy trạm ở trên với',
    '   vân tay trong Sổ sách của đơn vị hoặc trên cổng, và khóa người duyệt với sổ khóa của đơn vị.',
    '   Ai sửa được cả hồ sơ có thể sửa cả trang index.html, nên khi cần chắc chắn hãy dùng các lệnh ở mục 2.',
    '',
    '------------------------------------------------------------------------------------------------',
    'INSPECTION PACK',
    '',
    '1. To read: unpack everything into one folder and open index.html in a browser; no network is needed.',
    '   The page checks every signature and hash it carries. Drop the .zip or the unpacked folder on the',
    '   page to check the files beside it as well.',
    '2. To check without the page, run the commands above in this folder (openssl 1.1.1 or later):',
    '   sha256sum checks every file, the first openssl command the signature of the workstation on the',
    '   list of hashes, the others each approval. All must say “OK” or “Signature Verified Successfully”.',
    '3. A valid signature proves that nothing changed since it was made with that key. It does not prove',
    "   whose key it is: compare the fingerprint above with the newsroom's own register.",
  ]
  return `${lines.join('\n')}\n`
}
