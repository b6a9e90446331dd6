import { z } from 'zod'
import { accountId, instant } from '../domain/ids'
import { operation } from './operation'
import { auditEntry } from './views'

/** Everything but where to begin; instants inclusive at the start, exclusive at the end. */
const auditFilter = z.strictObject({
  subject: z.string().max(60).optional(),
  type: z.string().max(60).optional(),
  actor: accountId.optional(),
  from: instant.optional(),
  to: instant.optional(),
})

export const recordsOperations = {
  'audit.list': operation(
    'audit.read',
    auditFilter.extend({
      before: z.int().positive().optional(),
      limit: z.int().min(1).max(500).default(100),
    }),
    z.strictObject({ entries: z.array(auditEntry) }),
  ),
  /** The newest 20,000 entries that match, as CSV for a spreadsheet. */
  'audit.export': operation(
    'audit.read',
    auditFilter,
    z.strictObject({ fileName: z.string(), csv: z.string(), entries: z.int() }),
  ),
} as const
