import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/**
 * Compiles flush-delay.c where that is possible and says with which environment a program's flushes become slow; null
 * elsewhere. Ours and the peers go through the same delay, in the same place: below Node, above the kernel.
 */
export function createSlowFlushes(
  projectFolder: string,
  folder: string,
): (delayMs: number) => NodeJS.ProcessEnv | null {
  const library = join(folder, 'flush-delay.so')
  let compiled: boolean | null = null

  function isCompiled(): boolean {
    if (process.platform !== 'linux') return false
    const source = join(projectFolder, 'tests/bench/flush-delay.c')
    compiled ??= spawnSync('cc', ['-O2', '-shared', '-fPIC', '-o', library, source, '-ldl']).status === 0
    return compiled
  }

  return delayMs => (isCompiled() ? { LD_PRELOAD: library, TOA_SOAN_FLUSH_DELAY_MS: String(delayMs) } : null)
}
