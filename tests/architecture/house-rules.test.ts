import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { kinds } from '#common/domain/kinds/registry'
import { readModules } from './module-graph'

const root = join(import.meta.dirname, '../..')
const textExtensions = ['.ts', '.tsx', '.mjs', '.json', '.css', '.html', '.md', '.yml', '.svg', '']
const largestFileLines = 400
const filesPerKind = 4

function trackedText(): { readonly path: string; readonly text: string }[] {
  const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  })
  return tracked
    .split('\0')
    .filter(path => path !== '' && textExtensions.includes(extname(path)))
    .flatMap(path => {
      try {
        return [{ path, text: readFileSync(join(root, path), 'utf8') }]
      } catch {
        return []
      }
    })
}

/** Paths and hosts of one machine: what would break elsewhere or tell where the project was made. */
const machineTrace = new RegExp(
  ['/wor' + 'k/', '/ro' + 'ot/', '/home/[a-z]', 'C:\\\\Users', '"resolved' + '": ', '//registry\\.'].join(
    '|',
  ),
)

describe('house rules', () => {
  it(`no module is longer than ${largestFileLines} lines`, () => {
    const long = readModules(root).filter(({ lines }) => lines > largestFileLines)
    expect(long.map(({ path, lines }) => `${path} ${lines}`)).toEqual([])
  })

  it('no file is named after nothing in particular', () => {
    const vague = /^(utils?|helpers?|misc|common|stuff)\./
    expect(readModules(root).filter(({ path }) => vague.test(basename(path)))).toEqual([])
  })

  it('no file names a path of the machine or a registry', () => {
    expect(machineTrace.test(`import x from '${'/wor' + 'k/'}main'`)).toBe(true)
    expect(trackedText().flatMap(({ path, text }) => (machineTrace.test(text) ? [path] : []))).toEqual([])
  })

  it('no suppression stands without its reason', () => {
    const bare = /(biome-ignore [\w/]+:?\s*$|@ts-(ignore|nocheck|expect-error)\s*$)/m
    expect(bare.test('// @ts-' + 'ignore\n')).toBe(true)
    const code = trackedText().filter(({ path }) => ['.ts', '.tsx', '.mjs'].includes(extname(path)))
    expect(code.filter(({ text }) => bare.test(text)).map(({ path }) => path)).toEqual([])
  })

  it.each(kinds.map(kind => kind.id))(
    `the kind %s touches at most ${filesPerKind} files of the product`,
    id => {
      const product = trackedText().filter(
        ({ path }) => /^(common|main|renderer|preload)\//.test(path) && /\.(ts|tsx|json)$/.test(path),
      )
      const named = new RegExp(`(kinds|\\.)/${id}['".]`)
      // A plain word such as 'news' has other meanings; only a hyphenated id can be looked for as such.
      const quoted = id.includes('-') ? new RegExp(`\\b${id}\\b`) : named
      const touched = product.filter(
        ({ path, text }) => path.endsWith(`/kinds/${id}.ts`) || named.test(text) || quoted.test(text),
      )
      expect(touched.length).toBeGreaterThanOrEqual(2)
      expect(touched.map(({ path }) => path).slice(filesPerKind)).toEqual([])
    },
  )
})
