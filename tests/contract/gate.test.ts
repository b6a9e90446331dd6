import { describe, expect, it } from 'vitest'
import { createGate } from '#main/hosts/browser/gate'

const port = 7345
const gate = createGate(port)
const good = `127.0.0.1:${port}`

const hosts = [
  good,
  `localhost:${port}`,
  '127.0.0.1',
  `127.0.0.1:${port + 1}`,
  `evil.example:${port}`,
  `127.0.0.1.evil.example:${port}`,
  `[::1]:${port}`,
  '',
  undefined,
]
const origins = [
  `http://${good}`,
  `http://localhost:${port}`,
  'null',
  'http://evil.example',
  `https://${good}`,
  `http://${good}/`,
  'app://toa-soan',
  '',
  undefined,
]
const sites = ['same-origin', 'none', 'same-site', 'cross-site', undefined]

describe('A2 the gate of the loopback host', () => {
  it('lets in exactly the intended combinations', () => {
    const admitted: string[] = []
    for (const [what, method, isUpgrade] of [
      ['read', 'GET', false],
      ['write', 'POST', false],
      ['wire', 'GET', true],
    ] as const) {
      for (const host of hosts) {
        for (const origin of origins) {
          for (const site of sites) {
            const headers = {
              ...(host !== undefined && { host: [host] }),
              ...(origin !== undefined && { origin: [origin] }),
              ...(site !== undefined && { 'sec-fetch-site': [site] }),
            }
            if (gate.check(method, headers, isUpgrade) === null)
              admitted.push([what, host, origin ?? '-', site ?? '-'].join(' '))
          }
        }
      }
    }
    const expected: string[] = []
    for (const host of [good, `localhost:${port}`]) {
      for (const site of ['same-origin', '-']) {
        expected.push(
          `read ${host} http://${host} ${site}`,
          `write ${host} http://${host} ${site}`,
          `wire ${host} http://${host} ${site}`,
        )
        expected.push(`read ${host} - ${site}`)
      }
      expected.push(`read ${host} http://${host} none`, `read ${host} - none`)
    }
    expect(admitted.sort()).toEqual(expected.sort())
  })

  it('refuses two Hosts, and two Origins', () => {
    expect(gate.check('GET', { host: [good, 'evil.example'] }, false)).toBe('host')
    expect(
      gate.check('POST', { host: [good], origin: [`http://${good}`, 'http://evil.example'] }, false),
    ).toBe('origin')
  })
})
