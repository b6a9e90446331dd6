import type { Clause } from './clause'
import { blobClauses } from './clauses/blobs'
import { descriptionClauses } from './clauses/description'
import { orderClauses } from './clauses/order'
import { readerClauses } from './clauses/readers'
import { sealClauses } from './clauses/seal'

/** Everything docs/portal-api.md promises that can be seen from outside. */
export const clauses: readonly Clause[] = [
  ...descriptionClauses,
  ...blobClauses,
  ...orderClauses,
  ...sealClauses,
  ...readerClauses,
]
