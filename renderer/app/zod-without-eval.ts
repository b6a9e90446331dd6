import { config } from 'zod'

// zod probes `new Function` otherwise, which the content security policy reports as a violation.
config({ jitless: true })
