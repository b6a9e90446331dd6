import { createInterface } from 'node:readline'

/** What a driver can be asked: commands with one JSON argument and a JSON answer. */
export type Answers = Readonly<Record<string, (input: never) => unknown>>

/** Serves a driver's commands: one line of JSON in, one out, until standard input closes. */
export async function serveDriver(answers: Answers): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    const { command, input } = JSON.parse(line) as { readonly command: string; readonly input: never }
    const answer = answers[command]
    if (answer === undefined) throw new RangeError(`no command ${command}`)
    process.stdout.write(`${JSON.stringify({ value: (await answer(input)) ?? null })}\n`)
  }
  process.exit(0)
}
