import type { PortalDescription } from '#common/api/portal-api'
import type { Environment } from '#common/domain/environment'
import type { Desk } from './articles/desk'
import type { Blobs } from './blobs'
import type { Checkpoints } from './checkpoints'
import type { Credentials } from './credentials'
import type { ListPictures } from './list-pictures'
import type { ReviewerKeys } from './reviewer-keys'
import type { Uploads } from './uploads'
import type { VoteLimit } from './vote-limit'
import type { Votes } from './votes'

/** What the API and the public pages work with. */
export interface PortalParts {
  readonly description: PortalDescription
  readonly environment: Environment
  readonly credentials: Credentials
  readonly keys: ReviewerKeys
  readonly blobs: Blobs
  readonly uploads: Uploads
  readonly listPictures: ListPictures
  readonly desk: Desk
  readonly votes: Votes
  readonly voteLimit: VoteLimit
  readonly checkpoints: Checkpoints
  /** Origin in absolute links, when readers come by another address than the server's own. */
  readonly publicUrl: string | null
  /** Bugs and disk trouble, for the operator's log; readers see none of it. */
  readonly report: (error: unknown) => void
}
