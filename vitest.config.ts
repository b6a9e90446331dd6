import { defineConfig } from 'vitest/config'
import { classicScript } from './main/launch/classic-script.mjs'

export default defineConfig({
  plugins: [classicScript()],
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    environment: 'node',
    // Without this Vitest replaces every stylesheet by nothing, those imported as text too.
    css: true,
    pool: 'forks',
    maxWorkers: 2,
    // A commune's PC and a shared test machine are slow; what hangs still ends.
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // A test that imports the real electron by mistake fails at once instead of downloading it.
    env: { ELECTRON_OVERRIDE_DIST_PATH: '/nonexistent' },
  },
})
