import { describe, expect, it } from 'vitest'
import type { ReviewView } from '#common/api/views'
import type { Action } from '#common/domain/workflow'
import type { CommandContext } from '#renderer/commands/command.ts'
import {
  approve,
  approveArticle,
  editArticle,
  publishUrgently,
  returnArticle,
} from '#renderer/features/review/review-commands.ts'
import type { ReviewTarget } from '#renderer/features/review/review-target.ts'

const revision = 'f'.repeat(64)

describe('approving', () => {
  it('by a sample account sends exactly the revision on screen, no passphrase, and goes on', async () => {
    const desk = sit({ demo: true })
    await approveArticle.run(desk.context, desk.target)
    expect(desk.told).toEqual([['review.approve', { article: 'a', revision }]])
    expect(desk.happened).toEqual(['done'])
  })

  it('by a real account asks for the passphrase first', async () => {
    const desk = sit({ demo: false })
    await approveArticle.run(desk.context, desk.target)
    expect(desk.told).toEqual([])
    expect(desk.happened).toEqual(['passphrase'])
    await approve(desk.context, desk.target, 'một câu dài')
    expect(desk.told).toEqual([['review.approve', { article: 'a', revision, passphrase: 'một câu dài' }]])
  })

  it('stays with the article when main refuses', async () => {
    const desk = sit({ demo: true, refuses: true })
    await approveArticle.run(desk.context, desk.target)
    expect(desk.happened).toEqual([])
  })

  it('is not offered for a draft that changed since, nor where main does not allow it', () => {
    const changed = sit({ changedSinceRevision: true })
    expect(approveArticle.isEnabled(changed.context, changed.target)).toBe(false)
    const own = sit({ allowed: ['return'] })
    expect(approveArticle.isEnabled(own.context, own.target)).toBe(false)
  })
})

describe('a text that has only just come onto the screen', () => {
  it('can be neither approved, returned nor published urgently, by button or key', () => {
    const commands = [approveArticle, returnArticle, publishUrgently]
    const offered = (stood: boolean) => {
      const desk = sit({ stood, allowed: ['approve', 'return', 'publish-urgently'] })
      return commands.map(command => command.isEnabled(desk.context, desk.target))
    }
    expect(offered(false)).toEqual([false, false, false])
    expect(offered(true)).toEqual([true, true, true])
  })
})

describe('the first review action', () => {
  it('holds the article before the reason is asked for', async () => {
    const desk = sit({ allowed: ['claim', 'return'] })
    await returnArticle.run(desk.context, desk.target)
    expect(desk.told).toEqual([['review.claim', { article: 'a' }]])
    expect(desk.happened).toEqual(['reason, held for it'])
    const holder = sit({ allowed: ['return'] })
    await returnArticle.run(holder.context, holder.target)
    expect(holder.told).toEqual([])
    expect(holder.happened).toEqual(['reason'])
  })

  it('asks nothing when somebody else was faster', async () => {
    const desk = sit({ allowed: ['claim', 'return'], refuses: true })
    await returnArticle.run(desk.context, desk.target)
    expect(desk.happened).toEqual([])
  })

  it('warns a reviewer before editing, then holds the article and opens it', async () => {
    const desk = sit({ allowed: ['claim'] })
    await editArticle.run(desk.context, desk.target)
    expect(desk.happened).toEqual(['asked', 'went /soan/a'])
    const careful = sit({ allowed: ['claim'], sure: false })
    await editArticle.run(careful.context, careful.target)
    expect(careful.told).toEqual([])
    expect(careful.happened).toEqual(['asked'])
  })
})

interface Seat {
  readonly demo?: boolean
  readonly refuses?: boolean
  readonly sure?: boolean
  readonly stood?: boolean
  readonly changedSinceRevision?: boolean
  readonly allowed?: readonly Action[]
}

function sit({
  demo = true,
  refuses = false,
  sure = true,
  stood = true,
  changedSinceRevision = false,
  allowed = ['approve'],
}: Seat) {
  const told: unknown[] = []
  const happened: string[] = []
  const context = {
    session: { account: { demo }, may: () => true },
    t: (key: string) => key,
    navigate: (path: string) => happened.push(`went ${path}`),
    tell: async (name: string, input: unknown) => {
      told.push([name, input])
      return refuses ? null : { article: { stage: 'approved' } }
    },
    asker: {
      confirm: async () => {
        happened.push('asked')
        return sure
      },
    },
  } as unknown as CommandContext
  const review = {
    article: { article: { id: 'a', revision }, allowed, changedSinceRevision, urgent: null },
  } as unknown as ReviewView
  const target: ReviewTarget = {
    review,
    stood,
    askReason: taken => happened.push(taken ? 'reason, held for it' : 'reason'),
    askPassphrase: () => happened.push('passphrase'),
    askUrgent: () => {},
    askExport: () => {},
    onDone: () => happened.push('done'),
  }
  return { told, happened, context, target }
}
