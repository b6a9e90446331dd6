// @ts-check
import { execFile } from 'node:child_process'

/** @typedef {import('#common/api/contract').OperationName} OperationName */
/**
 * @template {OperationName} Name
 * @typedef {import('#common/api/contract').Input<Name>} Input
 */
/**
 * @template {OperationName} Name
 * @typedef {import('#common/api/contract').Output<Name>} Output
 */

/**
 * The command line as a person would use it: `ask('hanh', 'articles.create', { kind: 'news' })`.
 * @param {string} program the built out/main/call.js
 * @param {string} workspace
 */
export function commandLine(program, workspace) {
  /**
   * @template {OperationName} Name
   * @param {string | null} as
   * @param {Name} operation
   * @param {Input<Name>} input
   * @returns {Promise<Output<Name>>} the value; a refusal is thrown with its code
   */
  return (as, operation, input) =>
    new Promise((resolve, reject) => {
      const who = as === null ? [] : ['--as', as]
      const args = [program, operation, JSON.stringify(input), '--workspace', workspace, ...who]
      execFile(process.execPath, args, { maxBuffer: 64_000_000 }, (error, stdout, stderr) => {
        /** @type {import('#common/api/operation').Answer<Output<Name>> | null} */
        const answer = parse(stdout)
        if (answer?.ok) resolve(answer.value)
        else reject(new Error(`${operation}: ${answer?.problem.code ?? (stderr.trim() || error?.message)}`))
      })
    })
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
