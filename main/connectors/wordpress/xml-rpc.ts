/** What a call may carry. A `Date` travels as UTC, to the second. */
export type XmlRpcValue =
  | string
  | number
  | boolean
  | Date
  | readonly XmlRpcValue[]
  | { readonly [name: string]: XmlRpcValue }

/** A server's own words; a fault's code is WordPress's, after those of HTTP. */
export type XmlRpcAnswer = { readonly kind: 'done' } | { readonly kind: 'fault'; readonly code: number }

/** A call in XML-RPC (http://xmlrpc.com/spec.md). `method` and names of members are the program's own, plain words. */
export function writeCall(method: string, parameters: readonly XmlRpcValue[]): string {
  const written = parameters.map(value => `<param>${writeValue(value)}</param>`).join('')
  return `<?xml version="1.0"?><methodCall><methodName>${method}</methodName><params>${written}</params></methodCall>`
}

function writeValue(value: XmlRpcValue): string {
  return `<value>${writeTyped(value)}</value>`
}

function writeTyped(value: XmlRpcValue): string {
  switch (typeof value) {
    case 'string':
      // As a <string> WordPress would trim it, and XML would change its line ends and references.
      return `<base64>${Buffer.from(value).toString('base64')}</base64>`
    case 'number':
      return `<int>${value}</int>`
    case 'boolean':
      return `<boolean>${value ? 1 : 0}</boolean>`
    default:
      return writeCompound(value)
  }
}

function writeCompound(value: Exclude<XmlRpcValue, string | number | boolean>): string {
  if (value instanceof Date) {
    const written = value.toISOString().slice(0, 19).replaceAll('-', '')
    return `<dateTime.iso8601>${written}Z</dateTime.iso8601>`
  }
  if (isList(value)) return `<array><data>${value.map(writeValue).join('')}</data></array>`
  const members = Object.entries(value)
    .map(([name, member]) => `<member><name>${name}</name>${writeValue(member)}</member>`)
    .join('')
  return `<struct>${members}</struct>`
}

function isList(value: object): value is readonly XmlRpcValue[] {
  return Array.isArray(value)
}

/** Null for whatever is no answer of an XML-RPC server: a page, half an answer, other XML. */
export async function readAnswer(body: Uint8Array): Promise<XmlRpcAnswer | null> {
  const { SaxesParser } = await import('saxes')
  const parser = new SaxesParser({ position: false })
  const open: string[] = []
  const said = { text: '', member: '', code: '', kind: '' }
  // Nothing is fetched or expanded, and what is not well-formed is no answer.
  parser.on('doctype', stop)
  parser.on('error', stop)
  parser.on('opentag', ({ name }) => {
    open.push(name)
    said.text = ''
    if (open.length === 2 && open[0] === 'methodResponse') said.kind = name
  })
  parser.on('text', more => {
    said.text += more
  })
  parser.on('closetag', ({ name }) => {
    open.pop()
    if (name === 'name') said.member = said.text.trim()
    if (name === 'int' && said.member === 'faultCode') said.code = said.text.trim()
  })
  try {
    parser.write(new TextDecoder('utf-8', { fatal: true }).decode(body)).close()
  } catch {
    return null
  }
  if (said.kind === 'params') return { kind: 'done' }
  return said.kind === 'fault' && /^-?\d{1,9}$/.test(said.code)
    ? { kind: 'fault', code: Number(said.code) }
    : null
}

function stop(): never {
  throw new SyntaxError('no XML-RPC')
}
