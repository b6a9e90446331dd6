import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, extname, join, posix, relative, sep } from 'node:path'
import { parseSync } from 'vite'

export interface Import {
  /** As written. */
  readonly specifier: string
  /** Path from the root with extension, or `package:name`, or `node:name`. */
  readonly target: string
  readonly typeOnly: boolean
}

export interface Module {
  /** From the root, with forward slashes and extension. */
  readonly path: string
  readonly lines: number
  readonly imports: readonly Import[]
}

const codeFolders = ['common', 'main', 'preload', 'renderer', 'tests']
const codeExtensions = ['.ts', '.tsx', '.mjs']

/** Every module under the root's code folders with what it imports, statically, dynamically or as a type. */
export function readModules(root: string): Module[] {
  const files = new Set(codeFolders.flatMap(folder => listFiles(root, folder)))
  return [...files]
    .filter(path => codeExtensions.includes(extname(path)))
    .map(path => readModule(root, path, files))
}

function listFiles(root: string, folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
  } catch {
    return []
  }
}

function readModule(root: string, path: string, files: ReadonlySet<string>): Module {
  const source = readFileSync(join(root, path), 'utf8')
  const { module, errors } = parseSync(path, source)
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`)
  const imported = (specifier: string, typeOnly: boolean): Import => ({
    specifier,
    target: resolve(path, specifier, files),
    typeOnly,
  })
  return {
    path,
    lines: source.split('\n').length - 1,
    imports: [
      ...module.staticImports.map(({ moduleRequest, entries }) =>
        imported(moduleRequest.value, entries.length > 0 && entries.every(entry => entry.isType)),
      ),
      ...module.staticExports.flatMap(({ entries }) =>
        entries.flatMap(({ moduleRequest, isType }) =>
          moduleRequest ? [imported(moduleRequest.value, isType)] : [],
        ),
      ),
      ...module.dynamicImports.map(({ moduleRequest }) =>
        imported(source.slice(moduleRequest.start + 1, moduleRequest.end - 1), false),
      ),
    ],
  }
}

function resolve(from: string, specifier: string, files: ReadonlySet<string>): string {
  const path = specifier.startsWith('#')
    ? specifier.slice(1)
    : specifier.startsWith('.')
      ? posix.join(posix.normalize(dirname(from)), specifier)
      : null
  if (path === null) return packageTarget(specifier)
  const candidates = [path, `${path}.ts`, `${path}.tsx`, `${path}.mjs`, `${path}/index.ts`]
  return candidates.find(candidate => files.has(candidate)) ?? path
}

function packageTarget(specifier: string): string {
  const bare = specifier.replace(/^node:/, '')
  if (builtinModules.includes(bare)) return `node:${bare}`
  const [scope = '', name = ''] = specifier.split('/')
  return `package:${scope.startsWith('@') ? `${scope}/${name}` : scope}`
}
