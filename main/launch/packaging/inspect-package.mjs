// @ts-check
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

const needed = [
  'package.json',
  'out/main/electron.js',
  'out/main/portal.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'node_modules/sharp/package.json',
]
const allowed = [
  /^package\.json$/,
  /^LICENSE$/,
  /^out\/(main|preload|renderer)(\/|$)/,
  /^out$/,
  /^resources(\/|$)/,
  /^node_modules(\/|$)/,
]
/** sharp and what it needs at run time; all else is bundled into out/. */
const packages = [
  'sharp',
  '@img',
  'detect-libc',
  'semver',
  'color',
  'color-convert',
  'color-name',
  'color-string',
]

/**
 * What is wrong with the resources folder of a built package; nothing when it is as electron-builder.yml means it.
 * @param {string} resources
 * @param {string} root the project it was built of
 * @returns {Promise<string[]>}
 */
export async function inspectPackage(resources, root) {
  const archive = join(resources, 'app.asar')
  if (!existsSync(archive)) return ['app.asar is missing']
  const { extractFile, listPackage } = await import('@electron/asar')
  const files = listPackage(archive, { isPack: false }).map(path =>
    path.replaceAll('\\', '/').replace(/^\//, ''),
  )
  const manifest = JSON.parse(extractFile(archive, 'package.json').toString('utf8'))
  return [
    ...[...needed, ...carried(root)]
      .filter(path => !files.includes(path))
      .map(path => `${path} is not in the archive`),
    ...files
      .filter(path => !allowed.some(pattern => pattern.test(path)))
      .map(path => `${path} does not belong there`),
    ...strangePackages(files).map(name => `package ${name} should be bundled`),
    ...files.filter(path => /\.(map|tsx?)$/.test(path)).map(path => `${path} is not meant to ship`),
    ...(manifest.main === 'out/main/electron.js' ? [] : [`main is ${manifest.main}`]),
    ...(manifest.devDependencies === undefined ? [] : ['package.json still lists devDependencies']),
    ...unpackedFaults(resources),
  ]
}

/**
 * The program's own data: all of resources/ but the icons of installers.
 * @param {string} root
 */
function carried(root) {
  return readdirSync(join(root, 'resources'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter(path => !/^resources\/icons\/.*\.(ico|icns|svg)$/.test(path))
}

/** @param {readonly string[]} files */
function strangePackages(files) {
  const names = files.flatMap(path => /^node_modules\/([^/]+)/.exec(path)?.[1] ?? [])
  return [...new Set(names)].filter(name => !packages.includes(name))
}

/** sharp's library has to lie outside the archive, where the system's loader finds it. */
function unpackedFaults(/** @type {string} */ resources) {
  const folder = join(resources, 'app.asar.unpacked/node_modules/@img')
  if (!existsSync(folder)) return ['sharp is not unpacked']
  const libraries = readdirSync(folder, { recursive: true }).filter(name => String(name).endsWith('.node'))
  return libraries.length > 0 ? [] : ['the native library of sharp is missing']
}

/**
 * Which of the nine fuses electron-builder.yml leaves on although a released program must not have them.
 * @param {string} configuration text of electron-builder.yml
 */
export function fuseFaults(configuration) {
  const off = [
    'runAsNode',
    'enableNodeOptionsEnvironmentVariable',
    'enableNodeCliInspectArguments',
    'grantFileProtocolExtraPrivileges',
    'loadBrowserProcessSpecificV8Snapshot',
  ]
  const on = ['enableCookieEncryption', 'enableEmbeddedAsarIntegrityValidation', 'onlyLoadAppFromAsar']
  const says = (/** @type {string} */ name, /** @type {boolean} */ value) =>
    new RegExp(`^  ${name}: ${value}$`, 'm').test(configuration)
  return [...off.filter(name => !says(name, false)), ...on.filter(name => !says(name, true))]
}

/** @param {string} file */
export function megabytes(file) {
  return `${(statSync(file).size / 1_000_000).toFixed(1)} MB`
}

/** @param {string} root */
export function readConfiguration(root) {
  return readFileSync(join(root, 'electron-builder.yml'), 'utf8')
}
