import { z } from 'zod'
import * as schemas from '#common/api/portal-api'
import { statusOf } from '../articles/refusal'

const components = {
  PortalDescription: schemas.portalDescription,
  PublishRequest: schemas.publishRequest,
  RemoteArticle: schemas.remoteArticle,
  RemoteArticleList: schemas.remoteArticleList,
  StoredBlob: schemas.storedBlob,
  PollResult: schemas.pollResult,
  KeepCheckpointRequest: schemas.keepCheckpointRequest,
  HeldCheckpoint: schemas.heldCheckpoint,
  HeldCheckpointList: schemas.heldCheckpointList,
  RegisterKeyRequest: schemas.registerKeyRequest,
  RegisteredKey: schemas.registeredKey,
  BatchRequest: schemas.batchRequest,
  BatchAnswer: schemas.batchAnswer,
  PortalError: schemas.portalError,
} as const

type Component = keyof typeof components

const publish = [{ publishToken: [] }]
const administer = [{ adminToken: [] }]

/** OpenAPI 3.1 of the API, its schemas made from the ones that check every request. */
export function openApiDocument(name: string): object {
  return {
    openapi: '3.1.0',
    info: { title: `${name}: publishing API`, version: String(schemas.portalApiVersion) },
    servers: [{ url: '/api/v1' }],
    paths: {
      '/': { get: operation('What this portal is', [], 'PortalDescription') },
      '/blobs/{hash}': {
        head: { ...operation('Is this blob here?', publish, 'StoredBlob'), parameters: [path('hash')] },
        put: {
          ...operation('Send a picture or file; its SHA-256 is checked', publish, 'StoredBlob'),
          parameters: [path('hash')],
          requestBody: { content: { 'application/octet-stream': {} }, required: true },
        },
        patch: {
          ...operation('Send the rest of one that arrived in part', publish, 'StoredBlob'),
          parameters: [
            path('hash'),
            { ...parameter('header', 'Upload-Offset'), required: true },
            parameter('header', 'Upload-Complete'),
          ],
          requestBody: { content: { 'application/partial-upload': {} }, required: true },
        },
        delete: {
          ...operation('Remove one that no visible article shows', publish, 'StoredBlob'),
          parameters: [path('hash')],
        },
      },
      '/articles': {
        get: {
          ...operation('Everything the portal holds, by article id', publish, 'RemoteArticleList'),
          parameters: [parameter('query', 'after'), parameter('query', 'limit')],
        },
      },
      '/articles/{article}': {
        get: {
          ...operation('What readers see of one article', publish, 'RemoteArticle'),
          parameters: [path('article')],
        },
      },
      '/articles/{article}/poll': {
        get: { ...operation('What readers answered', publish, 'PollResult'), parameters: [path('article')] },
      },
      '/articles/{article}/publications/{sequence}': {
        put: {
          ...operation('Apply one decision once and in order', publish, 'RemoteArticle', 'PublishRequest'),
          parameters: [
            path('article'),
            path('sequence'),
            parameter('header', 'If-None-Match'),
            parameter('header', 'If-Match'),
          ],
        },
      },
      '/batch': { post: operation('Apply many decisions', publish, 'BatchAnswer', 'BatchRequest', 207) },
      '/checkpoints': {
        put: operation(
          'Keep where the newsroom’s journal stands',
          publish,
          'HeldCheckpoint',
          'KeepCheckpointRequest',
        ),
      },
      '/checkpoints/{workspace}': {
        get: {
          ...operation('The newest hundred of a newsroom', publish, 'HeldCheckpointList'),
          parameters: [path('workspace')],
        },
      },
      '/keys/{kid}': {
        put: {
          ...operation('Enter a reviewer’s public key', administer, 'RegisteredKey', 'RegisterKeyRequest'),
          parameters: [path('kid')],
        },
        delete: { ...operation('Retire a key', administer, 'RegisteredKey'), parameters: [path('kid')] },
      },
    },
    components: {
      schemas: Object.fromEntries(
        Object.entries(components).map(([key, schema]) => [key, z.toJSONSchema(schema, { io: 'input' })]),
      ),
      securitySchemes: {
        publishToken: { type: 'http', scheme: 'bearer' },
        adminToken: { type: 'http', scheme: 'bearer' },
      },
    },
  }
}

function operation(
  summary: string,
  security: readonly object[],
  answer: Component,
  request?: Component,
  status = 200,
): object {
  const refusals = [...new Set(Object.values(statusOf))].sort()
  return {
    summary,
    security,
    ...(request === undefined ? {} : { requestBody: { content: json(request), required: true } }),
    responses: {
      [status]: { description: 'Done', content: json(answer) },
      ...Object.fromEntries(
        refusals.map(code => [code, { description: 'Refused', content: json('PortalError') }]),
      ),
    },
  }
}

function json(component: Component): object {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${component}` } } }
}

function path(name: string): object {
  return { ...parameter('path', name), required: true }
}

function parameter(place: 'path' | 'query' | 'header', name: string): object {
  return { in: place, name, schema: { type: 'string' } }
}
