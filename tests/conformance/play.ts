import { createReviewer, type TestReviewer } from '#tests/support/sealed-article'
import { clauses } from './clauses'
import { openScene } from './scene'
import { createTarget, type TargetOptions } from './target'

export interface Finding {
  readonly id: string
  readonly promise: string
  /** What the portal did instead; null where it kept its promise. */
  readonly broken: string | null
}

export interface Played {
  readonly findings: readonly Finding[]
  /** Test articles that still stand before readers. */
  readonly left: readonly string[]
}

/**
 * Holds a portal against every clause, one after another, and clears up after itself. Throws where it cannot begin:
 * nobody answers, the answer is no description, or the reviewer's key is refused.
 */
export async function playConformance(
  options: TargetOptions,
  onFinding: (finding: Finding) => void = () => {},
  only: ReadonlySet<string> | null = null,
): Promise<Played> {
  const target = createTarget(options)
  const description = await target.call('GET', '/', { token: null })
  if (!description.ok) throw new Error(`${options.url}/api/v1/ answered ${description.status}`)
  const { acceptsDemoKeys } = await description.json()
  const reviewer = await createReviewer(acceptsDemoKeys === true, 'Bộ kiểm tra cổng')
  const keyCall = (method: string): Promise<Response> =>
    target.call(method, `/keys/${reviewer.kid}`, {
      token: options.adminToken,
      ...(method === 'PUT' ? { body: registration(reviewer) } : {}),
    })
  const entered = await keyCall('PUT')
  if (!entered.ok) throw new Error(`the test key was refused with ${entered.status}: ${await entered.text()}`)
  const scene = await openScene(target, reviewer)
  const findings: Finding[] = []
  for (const { id, promise, holds } of clauses) {
    if (only !== null && !only.has(id)) continue
    const finding: Finding = { id, promise, broken: await reasonOf(() => holds(scene)) }
    findings.push(finding)
    onFinding(finding)
  }
  const left = await scene.clear()
  await keyCall('DELETE')
  return { findings, left }
}

function registration(reviewer: TestReviewer): string {
  return JSON.stringify(reviewer.registration)
}

async function reasonOf(attempt: () => Promise<void>): Promise<string | null> {
  try {
    await attempt()
    return null
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? error.name) : String(error)
  }
}
