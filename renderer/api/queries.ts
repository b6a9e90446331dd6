import {
  keepPreviousData,
  type Query,
  type QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Input, OperationName, Output } from '#common/api/contract'
import type { Answer } from '#common/api/operation'
import { type Problem, problem } from '#common/api/problems/problem'
import { isAskedOfPortal, isStale, staleAfter } from './invalidation.ts'
import { useConnection, useWire } from './wire-context.tsx'
import type { Wire } from './wire-interface.ts'

/** What a question to main looks like from a screen; `value` stays while it is asked again. */
export interface Asked<Value> {
  readonly value: Value | undefined
  readonly problem: Problem | null
  /** Nothing to show yet. */
  readonly loading: boolean
  /** The value answers an earlier input, kept while the answer to this one is on its way. */
  readonly previous: boolean
  readonly again: () => void
}

interface AskOptions {
  /** False: not asked yet (an input is missing). */
  readonly enabled?: boolean
  /** Keeps showing the answer to the previous input while the next one is on its way. */
  readonly keepPrevious?: boolean
}

/** Asks main and keeps the answer until an event makes it old. */
export function useAsk<Name extends OperationName>(
  name: Name,
  input: Input<Name>,
  { enabled = true, keepPrevious = false }: AskOptions = {},
): Asked<Output<Name>> {
  const wire = useWire()
  const query = useQuery<unknown, Refused>({
    queryKey: [name, input],
    queryFn: () => ask(wire, name, input).then(valueOrThrow),
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  })
  return {
    value: query.data as Output<Name> | undefined,
    problem: query.error?.problem ?? null,
    loading: enabled && query.data === undefined && query.error === null,
    previous: query.isPlaceholderData,
    again: () => void query.refetch(),
  }
}

export interface CommandRun<Name extends OperationName> {
  /** Never rejects; a refusal was already shown unless `report: false`. */
  readonly run: (input: Input<Name>) => Promise<Answer<Output<Name>>>
  readonly busy: boolean
}

/** Tells main to do something. What it changed arrives as events. */
export function useCommand<Name extends OperationName>(
  name: Name,
  { report = true }: { readonly report?: boolean } = {},
): CommandRun<Name> {
  const { wire, report: show } = useConnection()
  const mutation = useMutation({
    mutationFn: async (input: Input<Name>) => {
      const answer = await ask(wire, name, input)
      if (!answer.ok && report) show(answer.problem, name)
      return answer
    },
  })
  return { run: mutation.mutateAsync, busy: mutation.isPending }
}

/** Asks once; a lost wire or a bug in main is a problem like any other, so that no screen hangs. */
export async function ask<Name extends OperationName>(
  { client }: Pick<Wire, 'client'>,
  name: Name,
  input: Input<Name>,
): Promise<Answer<Output<Name>>> {
  try {
    return await client.ask(name, input)
  } catch {
    return { ok: false, problem: problem('no-answer') }
  }
}

/** Lets events make answers old; mounted once. */
export function useInvalidation(): void {
  const wire = useWire()
  const queries = useQueryClient()
  useEffect(() => wire.subscribe(event => void invalidate(queries, staleAfter(event))), [wire, queries])
}

/** Makes the answers of operations with these prefixes old; those on screen are asked again, those of portals are not. */
export async function invalidate(queries: QueryClient, prefixes: readonly string[]): Promise<void> {
  const stale = (ofPortals: boolean) => ({
    predicate: ({ queryKey: [name] }: Query) =>
      isStale(String(name), prefixes) && isAskedOfPortal(String(name)) === ofPortals,
  })
  await queries.invalidateQueries({ ...stale(true), refetchType: 'none' })
  await queries.invalidateQueries(stale(false))
}

class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code)
  }
}

function valueOrThrow<Value>(answer: Answer<Value>): Value {
  if (answer.ok) return answer.value
  throw new Refused(answer.problem)
}
