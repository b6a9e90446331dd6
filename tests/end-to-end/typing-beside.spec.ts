import { expect, test } from '@playwright/test'
import { build } from 'vite'
import type { Disturbance } from './pages/typing-beside'

/** One script of the page beside this file, with everything it imports. */
async function bundled(entry: string): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, lib: { entry, formats: ['iife'], name: 'page' } },
  })
  const [output] = Array.isArray(made) ? made : [made]
  if (output === undefined || !('output' in output)) throw new Error('nothing was bundled')
  return output.output[0].code
}

const rounds = 10
const typed = ' ươ'.repeat(rounds)
const expected: Readonly<Record<Disturbance, string>> = {
  steps: `${'z'.repeat(rounds)}Họp dân.${typed}`,
  caret: `Họp dân.${typed}`,
}

test('what a typing tool selects stays selected when a colleague’s steps or caret arrive at once', async ({
  page,
}) => {
  await page.setContent('<style>.ProseMirror { white-space: break-spaces }</style>')
  await page.addScriptTag({ content: await bundled(`${import.meta.dirname}/pages/typing-beside.ts`) })
  for (const disturbance of ['steps', 'caret'] as const)
    expect(
      await page.evaluate(([kind, count]) => window.typeBeside(kind, count), [disturbance, rounds] as const),
      disturbance,
    ).toBe(expected[disturbance])
})
