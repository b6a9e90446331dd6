import workerUrl from './proofread.worker.ts?worker&url'

interface ScriptPolicy {
  createScriptURL(url: string): unknown
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): ScriptPolicy
}

let policy: ScriptPolicy | null | undefined

/** Starts the proofreading worker; under Trusted Types only this one address becomes a script. */
export function startWorker(): Worker {
  return new Worker(trusted(new URL(workerUrl, import.meta.url).href), { type: 'module' })
}

function trusted(url: string): string {
  if (policy === undefined) {
    const trustedTypes: TrustedTypes | undefined = Reflect.get(window, 'trustedTypes')
    policy = trustedTypes?.createPolicy('proofreader', { createScriptURL: known => known }) ?? null
  }
  // The DOM types know no TrustedScriptURL; the constructor takes it in place of the string.
  return policy === null ? url : (policy.createScriptURL(url) as string)
}
