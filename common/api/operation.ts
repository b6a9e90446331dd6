import { z } from 'zod'
import type { Permission } from '../domain/account'
import type { Result } from '../domain/result'
import type { Problem } from './problems/problem'

/** `anyone`: before sign-in too. `signed-in`: any account. Otherwise the permission the caller's roles must grant. */
export type Access = Permission | 'anyone' | 'signed-in'

/** One entry of the contract. Input and output are JSON; input is parsed by main, whoever sent it. */
export interface Operation<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly input: Input
  readonly output: Output
  readonly access: Access
}

export function operation<Input extends z.ZodType, Output extends z.ZodType>(
  access: Access,
  input: Input,
  output: Output,
): Operation<Input, Output> {
  return { access, input, output }
}

export const nothing = z.strictObject({})

/** What every operation answers with over either wire: its value, or a problem with words in both catalogues. */
export type Answer<Output> = Result<Output, Problem>
