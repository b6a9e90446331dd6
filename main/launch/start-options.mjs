// @ts-check
import { parseArgs } from 'node:util'

const usage = `npm start -- [tùy chọn]
  --host electron|browser   chọn cửa sổ Electron hoặc trình duyệt (tự chọn nếu không ghi)
  --workspace THƯ_MỤC       thư mục làm việc
  --port SỐ                 cổng của máy trạm trên 127.0.0.1 (0: cổng trống bất kỳ)
  --portal-port SỐ          cổng của trang thử (0: cổng trống bất kỳ)
  --no-open                 không tự mở trình duyệt
  --empty                   bắt đầu trống, không có xã mẫu`

/**
 * What `npm start` was asked, checked. `hostArguments` are handed to the host unchanged.
 * @param {readonly string[]} args
 * @param {(line: string) => never} stop
 */
export function startOptions(args, stop) {
  const values = parse(args, stop)
  const { host } = values
  if (host !== undefined && host !== 'electron' && host !== 'browser')
    stop(`--host chỉ nhận electron hoặc browser, không nhận "${host}".`)
  for (const name of /** @type {const} */ (['port', 'portal-port'])) {
    const port = values[name]
    if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535))
      stop(`--${name} phải là số từ 0 đến 65535, không phải "${port}".`)
  }
  /** @type {string[]} */
  const hostArguments = []
  for (const name of /** @type {const} */ (['workspace', 'port', 'portal-port'])) {
    const value = values[name]
    if (value !== undefined) hostArguments.push(`--${name}`, value)
  }
  if (values['no-open']) hostArguments.push('--no-open')
  if (values.empty) hostArguments.push('--empty')
  return { host, hostArguments }
}

/**
 * @param {readonly string[]} args
 * @param {(line: string) => never} stop
 */
function parse(args, stop) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        host: { type: 'string' },
        workspace: { type: 'string' },
        port: { type: 'string' },
        'portal-port': { type: 'string' },
        'no-open': { type: 'boolean' },
        empty: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    })
    if (values.help) stop(usage)
    return values
  } catch (error) {
    return stop(`Không hiểu lệnh (${error instanceof Error ? error.message : error}).\n${usage}`)
  }
}
