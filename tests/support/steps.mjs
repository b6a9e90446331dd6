// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { say } from '../../main/launch/ready.mjs'
import { root } from '../../main/launch/root.mjs'
import { ensureBrowser } from './browser.mjs'
import { emptyTally, total } from './tally.mjs'

/** @typedef {import('./tally.mjs').Tally} Tally */
/** @typedef {{ title: string, suites?: Suite[], specs?: Spec[] }} Suite */
/** @typedef {{ type: string, description?: string }} Annotation */
/** @typedef {{ title: string, tests: { status: string, annotations: Annotation[] }[] }} Spec */

const noReason = 'no reason given'

/**
 * A tool of node_modules that checks the whole project and counts as one test.
 * @param {string} script
 * @param {readonly string[]} args
 * @returns {Tally}
 */
export function command(script, args) {
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: 'inherit',
  })
  return { ...emptyTally, [status === 0 ? 'passed' : 'failed']: 1 }
}

/**
 * @param {string[]} filters parts of file names; none: all
 * @param {RegExp} [testNamePattern] of full names; none: all
 * @returns {Promise<Tally>}
 */
export async function unit(filters, testNamePattern) {
  const { startVitest } = await import('vitest/node')
  // Vitest marks its process as a test (NODE_ENV and more); the programs started later must not inherit that.
  const environment = { ...process.env }
  const vitest = await startVitest('test', filters, {
    root,
    run: true,
    watch: false,
    reporters: ['default'],
    ...(testNamePattern === undefined ? {} : { testNamePattern }),
  })
  const modules = vitest.state.getTestModules()
  const tests = modules.flatMap(module => [...module.children.allTests()])
  const brokenModules = modules.filter(
    module => module.state() === 'failed' && module.errors().length > 0,
  ).length
  const brokenSuites = modules
    .flatMap(module => [...module.children.allSuites()])
    .filter(suite => suite.errors().length > 0).length
  const failed = tests.filter(test => test.result().state === 'failed').length
  const errors = vitest.state.getUnhandledErrors().length
  const skipped = tests.flatMap(test => {
    const result = test.result()
    return result.state === 'skipped' ? [{ name: test.fullName, reason: result.note ?? noReason }] : []
  })
  await vitest.close()
  process.env = environment
  return {
    passed: tests.filter(test => test.result().state === 'passed').length,
    failed: failed + brokenModules + brokenSuites + errors,
    skipped,
  }
}

/**
 * @param {'journeys' | 'screenshots'} project
 * @param {readonly string[]} filters parts of file names; none: all
 * @returns {Promise<Tally>}
 */
export async function endToEnd(project, filters = []) {
  await ensureBrowser(say)
  const report = join(root, 'test-results', `${project}.json`)
  rmSync(report, { force: true })
  const args = [
    'test',
    '-c',
    'tests/end-to-end/playwright.config.ts',
    `--project=${project}`,
    '--reporter=list,json',
  ]
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/@playwright/test/cli.js'), ...args, ...filters],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    },
  )
  const tally = existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8')).suites.map(tallySuite).reduce(total, emptyTally)
    : emptyTally
  return status !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
}

/**
 * @param {Suite} suite
 * @returns {Tally}
 */
function tallySuite({ suites = [], specs = [] }) {
  return [...suites.map(tallySuite), ...specs.map(tallySpec)].reduce(total, emptyTally)
}

/**
 * @param {Spec} spec
 * @returns {Tally}
 */
function tallySpec({ title, tests }) {
  return tests
    .map(({ status, annotations }) => {
      if (status === 'skipped') {
        const reason = annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description
        return { ...emptyTally, skipped: [{ name: title, reason: reason ?? noReason }] }
      }
      return { ...emptyTally, [status === 'expected' || status === 'flaky' ? 'passed' : 'failed']: 1 }
    })
    .reduce(total, emptyTally)
}
