/** What one bar of docs/reliability.md counts, and how much of it: a sample in `npm test`, all of it in `npm run nightly`. */
interface Bar {
  readonly counts: string
  readonly sample: number
  readonly full: number
}

export const bars = {
  R1: { counts: 'kills', sample: 40, full: 1_000 },
  R2: { counts: 'power cuts', sample: 300, full: 50_000 },
  R3: { counts: 'failing operations', sample: 120, full: 2_400 },
  R4: { counts: 'broken recoveries', sample: 150, full: 10_000 },
  R5: { counts: 'damaged files', sample: 300, full: 5_000 },
  R6: { counts: 'actions under a jumping clock', sample: 60, full: 2_000 },
  R7: { counts: 'double starts', sample: 6, full: 200 },
  T1: { counts: 'edits of the journal', sample: 300, full: 10_000 },
  T2: { counts: 'tamperings of what proves', sample: 240, full: 10_000 },
  Q1: { counts: 'actions of the queue', sample: 360, full: 10_020 },
  Q2: { counts: 'crashes in a batch', sample: 24, full: 1_000 },
  Q3: { counts: 'articles on a WordPress', sample: 4, full: 200 },
  Q4: { counts: 'photos over a bad line', sample: 3, full: 60 },
  A1: { counts: 'fuzzed messages', sample: 2_000, full: 100_000 },
} as const satisfies Record<string, Bar>

export type BarName = keyof typeof bars

/** Rounds are numbered from `seed` upwards until `count` is reached; the same number plays the same round again. */
export interface Plan {
  readonly seed: number
  readonly count: number
}

/** `npm run nightly` chooses through the environment; without it, the sample from seed 1. */
export function planOf(bar: BarName): Plan {
  const { RELIABILITY_FULL, RELIABILITY_SEED, RELIABILITY_COUNT } = process.env
  const standing = RELIABILITY_FULL === undefined ? bars[bar].sample : bars[bar].full
  return { seed: Number(RELIABILITY_SEED ?? 1), count: Number(RELIABILITY_COUNT ?? standing) }
}

/** Of something that has an end, the nightly run takes all. */
export function planOfAll(bar: BarName, all: number): Plan {
  const { seed, count } = planOf(bar)
  const isWhole = process.env.RELIABILITY_FULL !== undefined && process.env.RELIABILITY_COUNT === undefined
  return { seed, count: isWhole ? all : Math.min(count, all) }
}

/** How long a bar may take: `npm test` must end some day, the nightly run has time. */
export const barTimeoutMs = process.env.RELIABILITY_FULL === undefined ? 180_000 : 4 * 3_600_000

const progressEveryMs = 20_000

/**
 * Plays rounds until they add up to the plan's count; `round` gets its number and returns how much it counted. The first
 * failure ends the bar and says how to see it again. `label` tells the parts of one bar apart.
 */
export async function runBar(
  bar: BarName,
  { seed, count }: Plan,
  round: (seed: number) => Promise<number>,
  label = '',
): Promise<void> {
  const started = performance.now()
  let told = started
  let done = 0
  const say = (last: number) => {
    const seconds = ((performance.now() - started) / 1_000).toFixed(0)
    console.log(`${bar}${label} ${done} ${bars[bar].counts}, seeds ${seed}–${last}, ${seconds} s`)
  }
  for (let at = seed; done < count; at++) {
    try {
      done += await round(at)
    } catch (cause) {
      throw new Error(`${bar} is red; again: npm run nightly -- --only ${bar} --seed ${at} --count 1`, {
        cause,
      })
    }
    const isLast = done >= count && process.env.RELIABILITY_FULL !== undefined
    if (!isLast && performance.now() - told < progressEveryMs) continue
    told = performance.now()
    say(at)
  }
}
