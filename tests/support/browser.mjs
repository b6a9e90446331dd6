// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** Flags for a browser that tests alone: no network of its own, and root has no sandbox to run in. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * A Chromium to test with: the machine's own, else Debian's where this user may install it, else the one that the
 * npm package @sparticuz/chromium carries. TOA_SOAN_CHROMIUM names one, and is set for the processes started later.
 * @param {(line: string) => void} say
 * @returns {Promise<string>} the path of its executable
 */
export async function ensureBrowser(say = () => {}) {
  const found = process.env.TOA_SOAN_CHROMIUM ?? installed.find(existsSync)
  const path = found ?? installFromDebian(say) ?? (await unpackFromPackage(say))
  process.env.TOA_SOAN_CHROMIUM = path
  return path
}

/** @param {(line: string) => void} say */
function installFromDebian(say) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null
  say('Đang cài Chromium của Debian để thử giao diện…')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  /** @param {string[]} args */
  const aptGet = args => spawnSync('apt-get', ['-qq', ...args], { stdio: 'ignore', env }).status === 0
  aptGet(['update'])
  aptGet(['install', '-y', '--no-install-recommends', 'chromium'])
  return installed.find(existsSync) ?? null
}

/** @param {(line: string) => void} say */
async function unpackFromPackage(say) {
  say('Dùng Chromium đi kèm gói @sparticuz/chromium để thử giao diện.')
  // The package brings the libraries it needs (NSS) only where it believes to be on this platform.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x'
  const { default: chromium } = await import('@sparticuz/chromium')
  return chromium.executablePath()
}
