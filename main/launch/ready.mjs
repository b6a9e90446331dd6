// @ts-check
import { buildIfStale } from './build.mjs'
import { installIfMissing } from './install.mjs'

const oldestNode = [20, 19]

/**
 * Brings a fresh clone to the point where the built programs run: packages as the lock file says, `out/` as the
 * sources are. Says what it does on stderr, so that stdout belongs to the program started next. Ends the process
 * with a sentence that names the way out where that is not possible.
 */
export async function ready({ build = true } = {}) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor))
    stop(
      `Cần Node ${oldestNode.join('.')} trở lên, máy đang có ${process.versions.node}. Tải bản mới ở https://nodejs.org`,
    )
  if (!installIfMissing(say))
    stop(
      'Không cài được thư viện. Kiểm tra đường mạng (hoặc proxy trong .npmrc của bạn) rồi chạy lại lệnh này.',
    )
  if (build && !(await buildIfStale(say)))
    stop('Không dựng được chương trình từ mã nguồn. Lỗi ở ngay phía trên; sửa xong thì chạy lại lệnh này.')
}

/** @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/**
 * @param {string} line
 * @returns {never}
 */
export function stop(line) {
  say(line)
  process.exit(1)
}
