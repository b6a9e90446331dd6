import { describe, expect, it } from 'vitest'
import { portalDescription, portalErrorCodes } from '#common/api/portal-api'
import { openTestPortal } from '#tests/support/test-portal'

describe('the API describes itself to anyone', () => {
  it('as a portal, with its categories and limits', async () => {
    const portal = await openTestPortal()
    for (const path of ['', '/']) {
      const answer = await portal.call('GET', path, { token: null })
      expect(portalDescription.parse(await answer.json())).toMatchObject({
        kind: 'toa-soan-portal',
        name: 'Xã Mẫu',
        acceptsDemoKeys: true,
      })
    }
  })

  it('as OpenAPI 3.1 whose references all lead somewhere', async () => {
    const portal = await openTestPortal()
    const document = await (await portal.call('GET', '/openapi.json', { token: null })).json()
    expect(document.openapi).toBe('3.1.0')
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)]
    expect(references.length).toBeGreaterThan(10)
    for (const [, name] of references) expect(document.components.schemas).toHaveProperty(name ?? '')
    expect(document.components.schemas.PortalError.properties.code.enum).toEqual([...portalErrorCodes])
  })

  it('and every path in it exists', async () => {
    const portal = await openTestPortal()
    const document = await (await portal.call('GET', '/openapi.json')).json()
    for (const [path, methods] of Object.entries<object>(document.paths)) {
      for (const method of Object.keys(methods)) {
        const real = path.replaceAll(/\{\w+\}/g, 'x')
        const answer = await portal.call(method.toUpperCase(), real, { token: null })
        expect([method, path, answer.status]).not.toEqual([method, path, 404])
      }
    }
  })
})
