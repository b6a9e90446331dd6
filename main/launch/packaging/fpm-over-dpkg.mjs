#!/usr/bin/env node
// @ts-check
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'

/**
 * The part of fpm that electron-builder uses for a .deb, over Debian's own dpkg-deb: fpm itself is a download, and this
 * lets a machine without one still build the package.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    s: { type: 'string', short: 's' },
    t: { type: 'string', short: 't' },
    d: { type: 'string', short: 'd', multiple: true },
    package: { type: 'string', short: 'p' },
    ...Object.fromEntries(
      [
        'architecture',
        'after-install',
        'after-remove',
        'description',
        'version',
        'name',
        'maintainer',
        'vendor',
        'url',
        'category',
        'deb-priority',
        'deb-compression',
        'deb-recommends',
        'license',
        'log',
      ].map(name => [name, { type: /** @type {const} */ ('string'), multiple: name === 'deb-recommends' }]),
    ),
  },
})

/** @param {string} name */
const text = name => String(values[name] ?? '')
/** @param {string} name */
const list = name => /** @type {string[]} */ (values[name] ?? []).join(', ')

const tree = mkdtempSync(join(tmpdir(), 'toa-soan-deb-'))
chmodSync(tree, 0o755)
try {
  for (const mapping of positionals) {
    const [from = '', to = ''] = mapping.split('=')
    mkdirSync(dirname(join(tree, to)), { recursive: true })
    cpSync(from, join(tree, to), { recursive: true, verbatimSymlinks: true })
  }
  const control = join(tree, 'DEBIAN')
  mkdirSync(control)
  writeFileSync(join(control, 'control'), controlFile())
  for (const [option, name] of [
    ['after-install', 'postinst'],
    ['after-remove', 'postrm'],
  ]) {
    if (!option || !name || text(option) === '') continue
    writeFileSync(join(control, name), readFileSync(text(option)))
    chmodSync(join(control, name), 0o755)
  }
  const { status } = spawnSync('dpkg-deb', ['--root-owner-group', '-Zxz', '--build', tree, text('package')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  process.exitCode = status ?? 1
} finally {
  rmSync(tree, { recursive: true, force: true })
}

function controlFile() {
  const [summary = '', ...more] = text('description').trim().split('\n')
  const fields = {
    Package: text('name'),
    Version: text('version'),
    Architecture: text('architecture') === 'x86_64' ? 'amd64' : text('architecture'),
    Maintainer: text('maintainer'),
    Section: text('category') || 'editors',
    Priority: text('deb-priority') || 'optional',
    Homepage: text('url'),
    Depends: list('d'),
    Recommends: list('deb-recommends'),
    Description: [summary.trim(), ...more.map(line => ` ${line.trim() || '.'}`)].join('\n'),
  }
  return Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('')
}
