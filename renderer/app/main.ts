// First, alone and before any schema exists: bundlers evaluate shared chunks before the body of the module that imports them.
import './zod-without-eval.ts'

await import('./start.tsx')
