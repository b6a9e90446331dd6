import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { contract } from '#common/api/contract'
import type { Problem } from '#common/api/problems/problem'
import { sentence } from '#common/api/problems/sentence'
import { isOperation } from '#main/newsroom'
import { restoreFromFolder } from '#main/safekeeping/restore-from-folder'
import { nodeFiles } from '#main/store/files/node-files'
import { callHolder } from '#main/store/lock/call-holder'
import { isWorkspace } from '#main/store/workspace-file'
import { answerControlCall, type ControlCall } from '../workstation/control-call'
import { dataDirectory, workspaceFolders } from '../workstation/folders'
import { hostEnvironment } from '../workstation/host-environment'
import { openWorkspace } from '../workstation/open-workspace'
import { startFailure } from '../workstation/say-in-words'

const usage = `npm run call -- <thao tác> '<json>' [--as TÀI_KHOẢN] [--passphrase-file TỆP] [--workspace THƯ_MỤC]
npm run call -- --list
npm run call -- --restore THƯ_MỤC_SAO_LƯU [--backup TÊN_BẢN] --to THƯ_MỤC_MỚI`

/** How long a call that runs alone waits for the queue before it leaves. */
const drainTimeoutMs = 30_000

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    as: { type: 'string' },
    'passphrase-file': { type: 'string' },
    workspace: { type: 'string' },
    list: { type: 'boolean', default: false },
    restore: { type: 'string' },
    backup: { type: 'string' },
    to: { type: 'string' },
  },
})

if (values.list) print(describeOperations())
else {
  const run = values.restore === undefined ? call() : restore(values.restore)
  await run.catch((error: unknown) => {
    const reason = startFailure(error) ?? (error instanceof Error ? error.message : error)
    process.stderr.write(`Không làm được: ${reason}\n`)
    process.exitCode = 3
  })
}

/** Needs no workspace and no account: whoever holds the stick may take a backup out; signing in asks for the passphrase. */
async function restore(from: string): Promise<void> {
  if (values.to === undefined) return fail(`Thiếu --to THƯ_MỤC_MỚI.\n${usage}`)
  const answer = await restoreFromFolder({
    files: nodeFiles(),
    environment: hostEnvironment,
    from: resolve(from),
    backup: values.backup ?? null,
    to: resolve(values.to),
  })
  print(answer.ok ? answer : { ...answer, message: sentence(answer.problem) })
  if (!answer.ok) process.exitCode = 1
}

async function call(): Promise<void> {
  const [operation, text = '{}'] = positionals
  if (operation === undefined || !isOperation(operation))
    return fail(`Không có thao tác “${operation ?? ''}”.\n${usage}`)
  const input = parseInput(text)
  if (input === undefined) return fail(`Dữ liệu không phải JSON: ${text.slice(0, 200)}`)
  const request: ControlCall = { operation, input, as: values.as ?? null, passphrase: readPassphrase() }
  const answer = await ask(await chooseDirectory(), request)
  print(inWords(answer))
  if (!isOk(answer)) process.exitCode = 1
}

/** A refusal of ours, with its Vietnamese sentence beside the code. */
function inWords(answer: unknown): unknown {
  const refusal = z.looseObject({ ok: z.literal(false), problem: z.looseObject({ code: z.string() }) })
  const found = refusal.safeParse(answer)
  return found.success ? { ...found.data, message: sentence(found.data.problem as Problem) } : answer
}

/** Forwards to the host that has the workspace open; alone, opens it, works, lets the queue drain, and leaves. */
async function ask(directory: string, request: ControlCall): Promise<unknown> {
  const files = nodeFiles()
  await files.makeDirectory(directory)
  const forwarded = await callHolder(directory, request, { files })
  if (forwarded.kind === 'answered') return forwarded.reply
  if (forwarded.kind === 'failed') throw new Error(forwarded.reason)
  const opened = await openWorkspace({
    directory,
    files,
    environment: hostEnvironment,
    host: 'command-line',
    demo: false,
    programs: dirname(fileURLToPath(import.meta.url)),
  })
  if (opened.kind === 'busy') {
    const again = await callHolder(directory, request, { files })
    if (again.kind === 'answered') return again.reply
    throw new Error('the workspace is being opened by another program')
  }
  try {
    const answer = await answerControlCall(opened.workspace.newsroom, request)
    await opened.workspace.newsroom.drain(drainTimeoutMs)
    return answer
  } finally {
    await opened.workspace.close()
  }
}

async function chooseDirectory(): Promise<string> {
  if (values.workspace !== undefined) return values.workspace
  const folders = workspaceFolders(dataDirectory(process.env, process.platform))
  const files = nodeFiles()
  const isSampleOnly = (await isWorkspace(files, folders.sample)) && !(await isWorkspace(files, folders.own))
  return isSampleOnly ? folders.sample : folders.own
}

/** From a file, never from the arguments: those are visible to every process of the machine. */
function readPassphrase(): string | null {
  const file = values['passphrase-file']
  return file === undefined ? null : readFileSync(file, 'utf8').replace(/\r?\n$/, '')
}

function parseInput(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function describeOperations(): unknown {
  return Object.entries(contract).map(([operation, { access, input, output }]) => ({
    operation,
    access,
    input: z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }),
    output: z.toJSONSchema(output, { unrepresentable: 'any' }),
  }))
}

function isOk(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`)
  process.exitCode = 2
}
