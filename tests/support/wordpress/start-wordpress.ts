import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { z } from 'zod'
import { configuration } from './configuration'
import { type FaultyLine, openFaultyLine } from './faulty-line'

const run = promisify(execFile)

/** Why what needs a real WordPress is skipped. */
export const withoutPackages = 'the Debian packages of WordPress cannot be installed here'

const packages = [
  'nginx',
  ...['fpm', 'cli', 'mysql', 'gd', 'xml', 'mbstring', 'curl', 'intl'].map(part => `php8.2-${part}`),
  'mariadb-server-core',
  'mariadb-client-core',
  'wordpress',
  'wordpress-l10n',
  'wordpress-theme-twentytwentythree',
]

const setUp = z.object({
  version: z.string(),
  accounts: z.object({ editor: z.string(), author: z.string() }),
})

/** A real WordPress of Debian's packages on loopback, with data and processes of its own. */
export interface Wordpress {
  readonly url: string
  readonly version: string
  /** "user:application password" of somebody with all the rights a connector needs, and of somebody without. */
  readonly editor: string
  readonly author: string
  readonly directory: string
  /** Everybody, readers too, comes through this line. */
  readonly line: FaultyLine
  /** Ground truth, past every interface. */
  sql(query: string): Promise<string[][]>
  stop(): Promise<void>
}

/** Null where the packages cannot be had, with the reason on stderr. */
export async function startWordpress(): Promise<Wordpress | null> {
  const hindrance = await install()
  if (hindrance !== null) {
    process.stderr.write(`WordPress: ${hindrance}\n`)
    return null
  }
  // Socket paths may have 107 bytes, and www-data has to be let in.
  const directory = await mkdtemp('/tmp/ts-wp-')
  const server = await freePort()
  const line = await openFaultyLine(() => server)
  const children: ChildProcess[] = []
  const start = (command: string, ...args: string[]) => {
    const child = spawn(command, args, { stdio: 'ignore' })
    children.push(child)
    return child
  }
  const stop = async () => {
    await line.close()
    for (const child of children.reverse()) await end(child)
    await rm(directory, { recursive: true, force: true })
  }
  try {
    await chmod(directory, 0o755)
    const url = `http://127.0.0.1:${line.port}`
    const socket = join(directory, 'run', 'db.sock')
    const site = join(directory, 'site')
    await Promise.all(['site', 'db', 'run'].map(name => mkdir(join(directory, name))))
    await run('sh', [
      '-c',
      `tar -C /usr/share/wordpress -ch --exclude=./wp-content/languages --exclude=./wp-config.php . | tar -C ${site} -x --no-same-owner
       mkdir -p ${site}/wp-content/languages ${site}/wp-content/uploads
       cp /usr/share/wordpress/wp-content/languages/vi*.mo ${site}/wp-content/languages/ || true
       chown -R www-data: ${site}/wp-content ${directory}/db ${directory}/run`,
    ])
    await run('mariadb-install-db', [
      '--no-defaults',
      `--datadir=${directory}/db`,
      '--user=www-data',
      '--skip-test-db',
      '--auth-root-authentication-method=normal',
    ])
    start(
      'mariadbd',
      '--no-defaults',
      `--datadir=${directory}/db`,
      '--user=www-data',
      `--socket=${socket}`,
      '--skip-networking',
      '--skip-log-bin',
      '--innodb-buffer-pool-size=64M',
      '--innodb-flush-log-at-trx-commit=2',
    )
    const sql = async (query: string): Promise<string[][]> => {
      const client = ['--no-defaults', `--socket=${socket}`, '-uroot', '--batch', '--skip-column-names']
      const { stdout } = await run('mariadb', [
        ...client,
        '-e',
        query,
        ...(query.startsWith('CREATE') ? [] : ['wordpress']),
      ])
      return stdout
        .split('\n')
        .filter(line => line !== '')
        .map(line => line.split('\t'))
    }
    await until(async () => {
      await sql('CREATE DATABASE IF NOT EXISTS wordpress CHARACTER SET utf8mb4')
    })
    const files = configuration({ directory, url, port: server, salt: randomBytes(16).toString('hex') })
    for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), text)
    await run('chown', ['-R', 'www-data:', join(site, 'wp-config.php')])
    const { stdout } = await run('php', [
      '-d',
      'sendmail_path=/bin/true',
      '-d',
      'display_errors=stderr',
      // From the project's root, where tests run: inside a bundle this file lies elsewhere.
      join('tests/support/wordpress', 'setup.php'),
      site,
      url,
    ])
    const made = setUp.parse(JSON.parse(stdout))
    await run('chown', ['-R', 'www-data:', join(site, 'wp-content')])
    start('php-fpm8.2', '--nodaemonize', '--fpm-config', join(directory, 'php-fpm.conf'))
    start('nginx', '-c', join(directory, 'nginx.conf'), '-e', join(directory, 'run', 'nginx.log'))
    await until(async () => {
      const answer = await fetch(`${url}/?rest_route=/`)
      if (answer.status !== 200) throw new Error(`answered ${answer.status}: ${await answer.text()}`)
    })
    const { editor, author } = made.accounts
    return { url, version: made.version, editor, author, directory, line, sql, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** What keeps the packages from being there, or null. Services are kept from starting by themselves. */
async function install(): Promise<string | null> {
  const missing: string[] = []
  for (const name of packages) {
    const status = await run('dpkg-query', ['-W', '-f', '$' + '{db:Status-Abbrev}', name]).catch(() => null)
    if (status?.stdout !== 'ii ') missing.push(name)
  }
  if (missing.length === 0) return process.getuid?.() === 0 ? null : 'needs root'
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return `missing ${missing.join(' ')}`
  const policy = '/usr/sbin/policy-rc.d'
  const madePolicy = !existsSync(policy)
  if (madePolicy) await writeFile(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  const apt = ['-y', '-q', '-o', 'DPkg::Lock::Timeout=300']
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 600_000,
    maxBuffer: 1e8,
  }
  try {
    await run('apt-get', [...apt, 'update'], options)
    await run('apt-get', [...apt, 'install', '--no-install-recommends', ...missing], options)
    return null
  } catch (error) {
    return `cannot be installed: ${error instanceof Error ? error.message.slice(0, 300) : String(error)}`
  } finally {
    if (madePolicy) await rm(policy, { force: true })
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

async function until(attempt: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await attempt()
      return
    } catch (error) {
      if (tries === 300) throw error
      await setTimeout(100)
    }
  }
}

/** Only a process we started; nginx and php-fpm take their workers with them. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>(resolve => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const late = setTimeout(10_000, 'late', { ref: false })
  if ((await Promise.race([gone, late])) === 'late') child.kill('SIGKILL')
  await gone
}
