/**
 * Cleans up when the test is over. In a process that is no test (a bar played by itself) it is done by `finishAll`.
 */
const vitest = process.env.VITEST === undefined ? null : await import('vitest')
const waiting: (() => unknown)[] = []

export function whenFinished(clean: () => unknown): void {
  if (vitest === null) waiting.push(clean)
  else vitest.onTestFinished(async () => void (await clean()))
}

export async function finishAll(): Promise<void> {
  for (const clean of waiting.splice(0).reverse()) await clean()
}
