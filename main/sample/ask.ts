import type { Input, OperationName, Output } from '#common/api/contract'

/** Asks the newsroom as somebody, by sign-in name; a refusal throws, since the sample only does what it may. */
export type Ask = <Name extends OperationName>(
  as: string,
  name: Name,
  input: Input<Name>,
) => Promise<Output<Name>>
