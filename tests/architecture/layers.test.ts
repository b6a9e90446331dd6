import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { cycles } from './cycles'
import { readModules } from './module-graph'
import { rules, violations } from './rules'

const root = join(import.meta.dirname, '../..')

/** One wrong import for each rule: [rule's number is its place, file, import]. */
const seeded: readonly (readonly [file: string, source: string])[] = [
  ['common/domain/a.ts', "import { join } from 'node:path'"],
  ['main/articles/a.ts', "import { Button } from '#renderer/ui/Button.tsx'"],
  ['renderer/features/desk/a.ts', "import type { Store } from '#main/store/store'"],
  ['preload/a.ts', "import { contract } from '#common/api/contract'"],
  ['main/store/a.ts', "import { newsroom } from '#main/newsroom'"],
  ['main/connectors/wordpress/a.ts', "import { client } from '#main/connectors/portal-api/client'"],
  ['main/portal/a.ts', "import { core } from '#main/core/capability'"],
  ['main/portal/pages/a.ts', "import { createHash } from 'node:crypto'"],
  ['main/articles/b.ts', "import { serve } from '#main/portal/server'"],
  ['main/hosts/browser/a.ts', "export * from '#main/hosts/electron/window'"],
  ['renderer/features/review/a.ts', "import { Editor } from '#renderer/features/editor/Editor.tsx'"],
  ['renderer/features/review/b.ts', "import { App } from '#renderer/app/App.tsx'"],
  ['renderer/ui/a.ts', "const desk = await import('#renderer/features/desk/Desk.tsx')"],
  ['main/hosts/browser/b.ts', "import { app } from 'electron'"],
  ['main/articles/c.ts', "import { Low } from 'lowdb'"],
  ['renderer/features/review/c.ts', "import { useEditor } from '@tiptap/react'"],
  ['main/articles/d.ts', "import { readFileSync } from 'fs'"],
  ['main/articles/e.ts', "import { readFile } from 'node:fs/promises'"],
  ['main/articles/lists/deep/f.ts', "import { a } from '../../a'"],
]

describe('layers', () => {
  let directory = ''
  const write = (files: Readonly<Record<string, string>>) => {
    directory = mkdtempSync(join(tmpdir(), 'toa-soan-layers-'))
    for (const [path, source] of Object.entries(files)) {
      mkdirSync(join(directory, dirname(path)), { recursive: true })
      writeFileSync(join(directory, path), source)
    }
    return readModules(directory)
  }
  afterEach(() => directory && rmSync(directory, { recursive: true, force: true }))

  it('are kept by every module', () => {
    const modules = readModules(root)
    expect(modules.length).toBeGreaterThan(100)
    expect(violations(modules)).toEqual([])
  })

  it('have no cycle', () => {
    expect(cycles(readModules(root))).toEqual([])
  })

  it('have one seeded fault for each rule', () => {
    expect(seeded.length).toBe(rules.length)
  })

  it.each(seeded.map(([file, source], index) => [rules[index]?.name, file, source] as const))(
    'show a breach of "%s"',
    (rule, file, source) => {
      expect(violations(write({ [file]: `${source}\n` })).map(found => found.rule)).toContain(rule)
    },
  )

  it('show a cycle through a type-free import, and none through a type', () => {
    const loop = { 'main/a/x.ts': "export { y } from './y'\n", 'main/a/y.ts': "export { x } from './x'\n" }
    expect(cycles(write(loop))).toEqual([['main/a/x.ts', 'main/a/y.ts', 'main/a/x.ts']])
    rmSync(directory, { recursive: true })
    expect(cycles(write({ ...loop, 'main/a/y.ts': "import type { X } from './x'\n" }))).toEqual([])
  })
})
