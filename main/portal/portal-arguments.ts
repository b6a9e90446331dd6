import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Categories, categoriesFile } from './categories'
import type { PortalOptions } from './create-portal'

export interface PortalArguments {
  readonly port: number
  readonly withParent: boolean
  readonly portal: Omit<PortalOptions, 'environment' | 'report'>
}

const values = z.object({
  port: z.coerce.number().pipe(z.int().min(0).max(65_535)),
  data: z.string().min(1),
  name: z.string().trim().min(1).max(200),
  'public-url': z.url({ protocol: /^https?$/ }).optional(),
  categories: z.string().transform(parseCategories).optional(),
  'accept-demo-keys': z.boolean(),
  'with-parent': z.boolean(),
})

function parseCategories(text: string, context: z.RefinementCtx): Categories {
  try {
    return categoriesFile.parse(JSON.parse(text))
  } catch {
    context.addIssue({ code: 'custom', message: 'not a list of {id, name}' })
    return z.NEVER
  }
}

/** Command line and environment of the portal's process; throws on anything it does not know. */
export function readArguments(args: readonly string[], env: NodeJS.ProcessEnv): PortalArguments {
  const parsed = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '0' },
      data: { type: 'string', default: 'portal-data' },
      name: { type: 'string', default: 'Cổng thông tin điện tử xã' },
      'public-url': { type: 'string' },
      categories: { type: 'string' },
      'accept-demo-keys': { type: 'boolean', default: false },
      'with-parent': { type: 'boolean', default: false },
    },
  })
  const read = values.safeParse(parsed.values)
  if (!read.success)
    throw new Error(`Tham số --${String(read.error.issues[0]?.path[0])} chưa đúng. Xem docs/portal-api.md.`)
  const given = read.data
  const { TOA_SOAN_PORTAL_PUBLISH_TOKEN: publishToken, TOA_SOAN_PORTAL_ADMIN_TOKEN: adminToken } = env
  const publicUrl = given['public-url']
  const { categories } = given
  return {
    port: given.port,
    withParent: given['with-parent'],
    portal: {
      dataDir: resolve(given.data),
      name: given.name,
      acceptDemoKeys: given['accept-demo-keys'],
      credentials: {
        ...(publishToken === undefined ? {} : { publishToken }),
        ...(adminToken === undefined ? {} : { adminToken }),
      },
      ...(publicUrl === undefined ? {} : { publicUrl }),
      ...(categories === undefined ? {} : { categories }),
    },
  }
}
