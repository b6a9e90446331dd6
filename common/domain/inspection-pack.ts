import type { Job } from './job'

/** `typ` of the compact JWS (EdDSA) by the workstation over a PackManifest. */
export const packType = 'toa-soan-inspection-pack+jws'

/** Paths of a pack that its manifest cannot list, because they carry it. */
export const packPaths = {
  page: 'index.html',
  signed: 'ho-so.ky-vao',
  signature: 'ho-so.chu-ky',
  digests: 'MA-SHA256.txt',
  guide: 'HUONG-DAN.txt',
  machineKey: 'khoa/may-tram.pem',
} as const

interface PublicJwk {
  readonly kty: 'OKP'
  readonly crv: 'Ed25519'
  readonly x: string
}

/** What the workstation signs: every hash that makes up the pack. All digests are SHA-256, lower-case hexadecimal. */
export interface PackManifest {
  readonly format: 'toa-soan/inspection-pack'
  readonly v: 1
  readonly id: string
  readonly workspace: string
  readonly organisation: string
  readonly madeAt: string
  readonly madeBy: string
  /** Instants of the period, the end exclusive; null when articles were chosen by hand. */
  readonly period: { readonly from: string; readonly to: string } | null
  readonly machine: { readonly kid: string; readonly name: string; readonly publicJwk: PublicJwk }
  readonly journal: { readonly sequence: number; readonly hash: string }
  /** Of the page with its two data scripts empty. */
  readonly shell: string
  /** Of the facts' text as it stands in the page. */
  readonly facts: string
  /** Of each article's facts, so that an altered one can be named. */
  readonly articles: readonly { readonly id: string; readonly headline: string; readonly digest: string }[]
  /** Every file beside the page but those of `packPaths` that carry this very manifest. */
  readonly files: readonly { readonly path: string; readonly sha256: string }[]
}

export interface PackKey {
  readonly kid: string
  readonly owner: string
  readonly publicJwk: PublicJwk
  readonly demo: boolean
  readonly createdAt: string
  readonly retiredAt: string | null
}

export interface PackBlob {
  readonly hash: string
  /** Within the pack; null when the store could not read it. */
  readonly path: string | null
  readonly fileName: string
  readonly mediaType: string
}

export interface PackRevision {
  readonly number: number
  readonly hash: string
  readonly html: string
  readonly rendererVersion: number
  readonly by: string
  readonly at: string
  readonly authors: readonly string[]
  /** Stored bytes as text; null when the store could not read them whole. */
  readonly body: string | null
  readonly page: string | null
  /** What changed since the one before, as HTML of this program's own writer; null for the first. */
  readonly changes: string | null
}

/** What somebody signed about a version: who, when, which text. */
interface PackDecision {
  readonly number: number
  readonly by: string
  readonly at: string
  readonly revision: string
  readonly html: string
  /** Compact JWS. */
  readonly seal: string
}

/** Its seal has `typ` `toa-soan-seal+jws`. */
export interface PackApproval extends PackDecision {
  /** Came back in an approval file. */
  readonly byFile: boolean
}

/** A decision to put a text before readers ahead of its approval; its seal has `typ` `toa-soan-urgent+jws`. */
export interface PackUrgent extends PackDecision {
  readonly reason: string
  /** The approval was due until then. */
  readonly until: string
}

/** A message to a portal with the receipt and what an anonymous reader saw afterwards. */
export interface PackPush
  extends Pick<
    Job,
    | 'decision'
    | 'sequence'
    | 'key'
    | 'revision'
    | 'payload'
    | 'state'
    | 'queuedAt'
    | 'finishedAt'
    | 'readBack'
  > {
  readonly portal: string
  readonly url: string | null
  readonly queuedBy: string | null
}

export interface PackEntry {
  readonly sequence: number
  readonly hash: string
  readonly at: string
  readonly type: string
  readonly actor: string | null
  readonly machine: string | null
  readonly details: Readonly<Record<string, string | number>>
}

export interface PackThread {
  readonly quote: string
  readonly resolved: { readonly by: string; readonly at: string } | null
  readonly comments: readonly { readonly by: string; readonly at: string; readonly text: string }[]
}

export interface PackArticle {
  readonly id: string
  readonly kind: string
  readonly headline: string
  readonly stage: string
  readonly folder: string
  readonly authors: readonly string[]
  readonly revisions: readonly PackRevision[]
  readonly approvals: readonly PackApproval[]
  /** The newest; null when there never was one. */
  readonly urgent: PackUrgent | null
  readonly pushes: readonly PackPush[]
  readonly threads: readonly PackThread[]
  readonly entries: readonly PackEntry[]
}

/** Everything the page shows, embedded in it: a page from a disk cannot read the files beside it. */
export interface PackFacts {
  /** Account id → name, of those the pack speaks of. */
  readonly people: Readonly<Record<string, string>>
  readonly keys: readonly PackKey[]
  readonly blobs: readonly PackBlob[]
  readonly articles: readonly PackArticle[]
}
