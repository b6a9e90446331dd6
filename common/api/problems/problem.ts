import { z } from 'zod'

const none = z.strictObject({})
const text = z.string().max(2_000)

/**
 * Every expected refusal, with the parameters its sentence needs. Closed: an operation answers with one of these or with
 * its value; anything else is a bug and throws. Words and the way out stand in vi.json and en.json.
 */
export const problemParameters = {
  'bad-input': z.strictObject({ field: text, reason: text }),
  /** Told by the renderer itself: the wire was lost, or main failed. */
  'no-answer': none,
  'not-signed-in': none,
  'not-permitted': z.strictObject({ permission: text }),
  'wrong-passphrase': none,
  'too-many-attempts': z.strictObject({ seconds: z.int() }),
  'passphrase-too-short': z.strictObject({ least: z.int() }),
  'sign-in-name-taken': z.strictObject({ name: text }),
  'last-administrator': none,
  'already-set-up': none,
  'not-a-sample': none,
  'sample-in-the-way': none,
  'workspace-not-opened': z.strictObject({ path: text }),
  'article-not-found': none,
  'revision-not-found': none,
  'portal-not-found': none,
  'account-not-found': none,
  'job-not-found': none,
  'blob-not-found': none,
  'template-not-found': none,
  'variable-open': z.strictObject({ name: text }),
  'unknown-kind': z.strictObject({ kind: text }),
  'wrong-stage': z.strictObject({ action: text, stage: text }),
  'own-work': none,
  'claimed-by-other': z.strictObject({ account: text }),
  'no-revision': none,
  'other-level': z.strictObject({ level: text }),
  'signed-before': z.strictObject({ level: text }),
  'signer-without-right': z.strictObject({ name: text }),
  'urgent-reason-missing': none,
  'revision-changed': none,
  'document-invalid': z.strictObject({ reason: text }),
  'document-newer': z.strictObject({ version: z.int() }),
  'draft-frozen': z.strictObject({ stage: text }),
  'steps-behind': z.strictObject({ version: z.int() }),
  'headline-missing': none,
  'body-missing': none,
  'field-missing': z.strictObject({ field: text }),
  'alternative-text-missing': z.strictObject({ count: z.int() }),
  'gallery-size': z.strictObject({ count: z.int(), least: z.int(), most: z.int() }),
  'personal-data-open': z.strictObject({ count: z.int() }),
  'personal-data-basis': z.strictObject({ basis: text }),
  'personal-data-note': none,
  /** What one kind of article demands: its words come with it, in both languages. */
  'kind-check': z.strictObject({ check: text, vi: text, en: text }),
  'poll-incomplete': none,
  'poll-twice': none,
  'suggestions-open': z.strictObject({ count: z.int() }),
  'suggestions-only': none,
  'suggestion-of-another': none,
  'key-not-confirmed': z.strictObject({ name: text }),
  'comment-not-found': none,
  'comment-not-yours': none,
  'picture-unreadable': z.strictObject({ name: text }),
  'picture-too-large': z.strictObject({ name: text }),
  'picture-heic': z.strictObject({ name: text }),
  'file-type-refused': z.strictObject({ name: text }),
  /** `sizeBytes`: the whole, or what had come when it passed the limit. */
  'file-too-large': z.strictObject({ name: text, sizeBytes: z.int(), limitBytes: z.int() }),
  'import-unreadable': z.strictObject({ name: text }),
  'import-unsafe': z.strictObject({ name: text }),
  'import-too-large': z.strictObject({ name: text }),
  'import-too-deep': z.strictObject({ name: text }),
  'import-too-slow': z.strictObject({ name: text }),
  'import-encrypted': z.strictObject({ name: text }),
  'import-empty': z.strictObject({ name: text }),
  'import-type-unknown': z.strictObject({ name: text }),
  'import-office-missing': z.strictObject({ name: text }),
  'import-office-failed': z.strictObject({ name: text }),
  'import-not-found': none,
  'past-on-portal': z.strictObject({ url: text }),
  'past-gone': z.strictObject({ url: text }),
  'past-twice': z.strictObject({ url: text }),
  'past-not-found': z.strictObject({ url: text }),
  'past-unreadable': z.strictObject({ url: text }),
  'not-approved': none,
  'seal-invalid': z.strictObject({ reason: text }),
  'schedule-in-past': none,
  'decision-not-possible': z.strictObject({ decision: text, state: text }),
  'no-portal': none,
  'portal-file-limit': z.strictObject({ portal: text, name: text, sizeBytes: z.int(), limitBytes: z.int() }),
  'portal-file-type': z.strictObject({ portal: text, name: text, type: text, types: text }),
  'category-unmapped': z.strictObject({ category: text }),
  'job-not-movable': z.strictObject({ state: text }),
  'portal-unreachable': z.strictObject({ url: text }),
  'portal-refused-credentials': none,
  'portal-not-recognised': z.strictObject({ url: text }),
  'portal-refused': z.strictObject({ status: z.int(), message: text }),
  'portal-refuses-demo-keys': none,
  'portal-ahead': z.strictObject({ sequence: z.int() }),
  'portal-answer-unreadable': none,
  'portal-broken-off': none,
  'portal-half-answer': none,
  'portal-foreign-page': none,
  'portal-takes-less': none,
  'portal-busy': none,
  'portal-server-error': z.strictObject({ status: z.int() }),
  'wordpress-api-closed': z.strictObject({ url: text }),
  'wordpress-passwords-off': none,
  'portal-edited': none,
  'portal-trashed': none,
  'portal-altered': none,
  'portal-without-polls': none,
  'portal-rights-missing': z.strictObject({ rights: text }),
  'drift-unreadable': z.strictObject({ url: text }),
  'drift-moved-on': none,
  'hand-address-foreign': z.strictObject({ url: text }),
  'publish-folder-full': z.strictObject({ path: text }),
  'publish-folder-protected': z.strictObject({ path: text }),
  'insecure-address': z.strictObject({ url: text }),
  'secrets-locked': none,
  'folder-not-found': z.strictObject({ path: text }),
  'folder-not-writable': z.strictObject({ path: text }),
  'folder-inside-workspace': z.strictObject({ path: text }),
  'folder-not-empty': z.strictObject({ path: text }),
  'folder-lost': z.strictObject({ path: text }),
  'folder-full': z.strictObject({ path: text }),
  'export-too-large': none,
  'backup-folder-unset': none,
  'backup-not-found': none,
  'backup-not-whole': z.strictObject({ detail: text }),
  'backup-newer': none,
  'workspace-restless': none,
  'safekeeping-busy': z.strictObject({ task: text }),
  'safekeeping-cancelled': none,
  'inspection-too-large': z.strictObject({ limitBytes: z.int() }),
  'inspection-empty': none,
  'inspection-too-many': z.strictObject({ count: z.int(), most: z.int() }),
  'space-short': z.strictObject({ freeMegabytes: z.int(), neededMegabytes: z.int() }),
  'search-unavailable': none,
  'approval-file-unreadable': none,
  'approval-file-altered': z.strictObject({ what: text }),
  'approval-file-key-unknown': z.strictObject({ name: text, fingerprint: text }),
  'approval-file-key-retired': z.strictObject({ name: text }),
  'approval-file-known': z.strictObject({ name: text, at: text }),
  'approval-file-own': none,
  'approval-file-foreign': none,
  'approval-file-unknown': none,
  'approval-file-other-person': z.strictObject({ name: text }),
  'approval-file-undecided': z.strictObject({ headline: text }),
  'approval-file-too-large': z.strictObject({ limitBytes: z.int() }),
  'no-key-for-reviewer': z.strictObject({ name: text }),
  'key-cannot-decrypt': z.strictObject({ name: text }),
  'key-card-unreadable': none,
  'key-known': z.strictObject({ name: text }),
  'key-not-found': none,
  'key-change-settled': none,
  'key-change-needs-other': none,
  'key-change-needs-code': none,
  'state-not-kept': none,
  'store-read-only': z.strictObject({ cause: text }),
  'workspace-busy': z.strictObject({ holder: text }),
  'not-available-here': z.strictObject({ capability: text }),
} as const satisfies Record<string, z.ZodObject>

export type ProblemCode = keyof typeof problemParameters

export type Problem = {
  [Code in ProblemCode]: {
    readonly code: Code
    readonly params: Readonly<z.infer<(typeof problemParameters)[Code]>>
  }
}[ProblemCode]

export type ProblemOf<Code extends ProblemCode> = Extract<Problem, { readonly code: Code }>

type Params<Code extends ProblemCode> = z.infer<(typeof problemParameters)[Code]>

/** `problem('own-work')` or `problem('no-way', { … })`: parameters only where the code has some. */
export function problem<Code extends ProblemCode>(
  code: Code,
  ...rest: Params<Code> extends Record<string, never> ? [] : [params: Params<Code>]
): ProblemOf<Code> {
  return { code, params: rest[0] ?? {} } as unknown as ProblemOf<Code>
}

export const problemSchema: z.ZodType<Problem> = z
  .strictObject({
    code: z.enum(Object.keys(problemParameters) as [ProblemCode, ...ProblemCode[]]),
    params: z.unknown(),
  })
  .transform((value, context): Problem => {
    const params = problemParameters[value.code].safeParse(value.params)
    if (params.success) return { code: value.code, params: params.data } as Problem
    context.addIssue({ code: 'custom', message: `bad parameters of ${value.code}` })
    return z.NEVER
  })
