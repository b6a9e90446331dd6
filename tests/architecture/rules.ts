import type { Import, Module } from './module-graph'

/** A rule of docs/architecture.md: what one part of the tree may not import. */
export interface Rule {
  readonly name: string
  readonly from: (path: string) => boolean
  readonly allows: (imported: Import, path: string) => boolean
}

export interface Violation {
  readonly rule: string
  readonly path: string
  readonly specifier: string
}

const under =
  (...folders: readonly string[]) =>
  (path: string) =>
    folders.some(folder => path.startsWith(`${folder}/`))
const isPackage = (target: string) => target.startsWith('package:')
const isNode = (target: string) => target.startsWith('node:')
const isFile = (target: string) => !isPackage(target) && !isNode(target)

/** What store lends to those who keep data of their own: files, blobs, the lock, the place for damaged files. */
const fileLayer = (path: string) =>
  under('main/store/files', 'main/store/blobs', 'main/store/lock')(path) ||
  path === 'main/store/quarantine.ts'

const purePackages = ['zod', 'prosemirror-model', 'prosemirror-transform', 'i18next', 'canonicalize']

/** Main's layers from the ground up; a module imports its own layer and those below. */
const mainLayers: readonly ((path: string) => boolean)[] = [
  under('main/store'),
  under('main/core'),
  path =>
    under('main')(path) && !path.startsWith('main/newsroom') && !under('main/hosts', 'main/launch')(path),
  path => path.startsWith('main/newsroom'),
  under('main/hosts'),
]
const mainLayer = (path: string) => mainLayers.findIndex(layer => layer(path))

const folderAt = (depth: number) => (path: string) =>
  path
    .split('/')
    .slice(0, depth + 1)
    .join('/')

/** One package that only some folders may import. */
const onlyIn = (target: string, ...folders: readonly string[]): Rule => ({
  name: `${target} only in ${folders.join(', ')}`,
  from: path => !under(...folders, 'tests')(path),
  allows: imported => imported.target !== target,
})

export const rules: readonly Rule[] = [
  {
    name: 'common imports only common and pure libraries',
    from: under('common'),
    allows: ({ target }) =>
      isPackage(target) ? purePackages.includes(target.slice('package:'.length)) : under('common')(target),
  },
  {
    name: 'main never imports renderer or preload',
    from: under('main'),
    allows: ({ target }) => !under('renderer', 'preload', 'tests')(target),
  },
  {
    name: 'renderer never imports main, preload or Node',
    from: under('renderer'),
    allows: ({ target }) => !isNode(target) && !under('main', 'preload', 'tests')(target),
  },
  {
    name: 'preload imports electron, the channels and types of common',
    from: under('preload'),
    allows: ({ target, typeOnly }) =>
      target === 'package:electron' ||
      target === 'common/api/channels.ts' ||
      (typeOnly && under('common')(target)),
  },
  {
    name: 'main imports downwards only: hosts, newsroom, capabilities, core, store',
    from: path => under('main')(path) && !under('main/launch')(path),
    allows: ({ target }, path) => !under('main')(target) || mainLayer(target) <= mainLayer(path),
  },
  {
    name: 'a connector sees only the connector port, the HTTP and pages they share, its own folder and the file layer',
    from: under('main/connectors'),
    allows: ({ target }, path) =>
      !isFile(target) ||
      under('common', folderAt(2)(path))(target) ||
      fileLayer(target) ||
      under('main/connectors/http', 'main/connectors/page')(target) ||
      target === 'main/connectors/connector.ts',
  },
  {
    name: 'the portal knows only common, its own folder and the file layer',
    from: under('main/portal'),
    allows: ({ target }) => !isFile(target) || under('common', 'main/portal')(target) || fileLayer(target),
  },
  {
    name: "the portal's page templates are pure",
    from: under('main/portal/pages'),
    allows: ({ target }) => (isFile(target) ? under('common', 'main/portal/pages')(target) : !isNode(target)),
  },
  {
    name: 'of the portal, others import its page templates, and who starts it its credentials',
    from: path => under('main')(path) && !under('main/portal')(path),
    allows: ({ target }, path) =>
      !under('main/portal')(target) ||
      under('main/portal/pages')(target) ||
      (under('main/hosts/workstation')(path) && target === 'main/portal/credentials.ts'),
  },
  {
    name: 'a host never imports another host',
    from: under('main/hosts/electron', 'main/hosts/browser', 'main/hosts/command-line'),
    allows: ({ target }, path) =>
      !under('main/hosts/electron', 'main/hosts/browser', 'main/hosts/command-line')(target) ||
      under(folderAt(2)(path))(target),
  },
  {
    name: 'renderer/features never import each other',
    from: under('renderer/features'),
    allows: ({ target }, path) => !under('renderer/features')(target) || under(folderAt(2)(path))(target),
  },
  {
    name: 'renderer/features never import app',
    from: under('renderer/features', 'renderer/commands'),
    allows: ({ target }) => !under('renderer/app')(target),
  },
  {
    name: 'renderer/api and renderer/ui import no feature and no app',
    from: under('renderer/api', 'renderer/ui'),
    allows: ({ target }) => !under('renderer/features', 'renderer/app', 'renderer/commands')(target),
  },
  onlyIn('package:electron', 'main/hosts/electron', 'preload'),
  onlyIn('package:lowdb', 'main/store'),
  onlyIn('package:@tiptap/react', 'renderer/features/editor'),
  onlyIn('node:fs', 'main/store', 'main/launch', 'main/hosts'),
  onlyIn('node:fs/promises', 'main/store', 'main/launch', 'main/hosts'),
  {
    name: 'relative imports stay near: ./ or ../ once',
    from: () => true,
    allows: ({ specifier }, path) => !specifier.startsWith('../../') || under('tests', 'main/launch')(path),
  },
]

export function violations(modules: readonly Module[]): Violation[] {
  return modules.flatMap(({ path, imports }) =>
    rules
      .filter(rule => rule.from(path))
      .flatMap(rule =>
        imports
          .filter(imported => !rule.allows(imported, path))
          .map(({ specifier }) => ({ rule: rule.name, path, specifier })),
      ),
  )
}
