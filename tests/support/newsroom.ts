import type { Client, Input, OperationName, Output } from '#common/api/contract'
import type { Problem } from '#common/api/problems/problem'
import type { Role } from '#common/domain/account'
import type { Environment } from '#common/domain/environment'
import type { Session } from '#main/core/capability'
import { hostEnvironment } from '#main/hosts/workstation/host-environment'
import { openWorkspace } from '#main/hosts/workstation/open-workspace'
import type { Newsroom } from '#main/newsroom'
import { nodeFiles } from '#main/store/files/node-files'
import { temporaryWorkspace } from './temporary-workspace'

/** The people of every test newsroom; `lan` writes, `hoa` and `mai` review, `nam` operates, `tri` administers. */
export const people: readonly {
  readonly signInName: string
  readonly name: string
  readonly roles: Role[]
}[] = [
  { signInName: 'lan', name: 'Nguyễn Thị Lan', roles: ['writer'] },
  { signInName: 'binh', name: 'Lê Văn Bình', roles: ['editor'] },
  { signInName: 'hoa', name: 'Trần Thị Hoa', roles: ['reviewer'] },
  { signInName: 'mai', name: 'Phạm Thị Mai', roles: ['reviewer', 'writer'] },
  { signInName: 'nam', name: 'Đỗ Văn Nam', roles: ['operator'] },
  { signInName: 'tri', name: 'Vũ Minh Trí', roles: ['administrator'] },
]

export interface TestNewsroom {
  readonly newsroom: Newsroom
  readonly directory: string
  /** Asks as somebody; a refusal throws, named by its code. */
  ask<Name extends OperationName>(as: string, name: Name, input: Input<Name>): Promise<Output<Name>>
  /** The problem an operation is refused with; throws when it is not refused. */
  refusal<Name extends OperationName>(as: string, name: Name, input: Input<Name>): Promise<Problem>
  close(): Promise<void>
  /** Closes and opens the same workspace anew; `between` may change the folder. */
  reopen(between?: () => Promise<void>): Promise<void>
}

/** `programs`: the folder with the built workers, for what main must not do itself; without it this thread does everything. */
export async function aNewsroom(
  environment: Environment = hostEnvironment,
  programs?: string,
): Promise<TestNewsroom> {
  const directory = await temporaryWorkspace()
  let newsroom = await open(directory, environment, programs)
  await newsroom.value.setUpSample('Xã Thử', people)

  async function answer<Name extends OperationName>(as: string, name: Name, input: Input<Name>) {
    const session: Session = { account: null }
    await newsroom.value.ask('session.signIn', { signInName: as }, session)
    return clientOf(newsroom.value, session).ask(name, input)
  }

  return {
    get newsroom() {
      return newsroom.value
    },
    directory,
    ask: async (as, name, input) => {
      const result = await answer(as, name, input)
      if (!result.ok)
        throw new Error(`${name}: ${result.problem.code} ${JSON.stringify(result.problem.params)}`)
      return result.value
    },
    refusal: async (as, name, input) => {
      const result = await answer(as, name, input)
      if (result.ok) throw new Error(`${name} was not refused`)
      return result.problem
    },
    close: () => newsroom.close(),
    reopen: async between => {
      await newsroom.close()
      await between?.()
      newsroom = await open(directory, environment, programs)
    },
  }
}

/** The newsroom as the typed client every wire gives. */
export function clientOf(newsroom: Newsroom, session: Session): Client {
  return { ask: (name, input) => newsroom.ask(name, input, session) as ReturnType<Client['ask']> as never }
}

async function open(directory: string, environment: Environment, programs: string | undefined) {
  const opened = await openWorkspace({
    directory,
    files: nodeFiles(),
    environment,
    host: 'command-line',
    demo: true,
    ...(programs !== undefined && { programs }),
  })
  if (opened.kind === 'busy') throw new Error('busy')
  await opened.workspace.newsroom.store.loaded
  return { value: opened.workspace.newsroom, close: opened.workspace.close }
}
