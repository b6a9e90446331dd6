// @ts-check
import { fileURLToPath } from 'node:url'

/** The project's folder, with a separator at its end; every launch script works from here wherever it was called. */
export const root = fileURLToPath(new URL('../../', import.meta.url))
