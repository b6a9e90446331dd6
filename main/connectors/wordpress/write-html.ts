import { type DefaultTreeAdapterMap, defaultTreeAdapter } from 'parse5'

type Node = DefaultTreeAdapterMap['node']

const voidTags = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'source', 'wbr'])

/**
 * HTML that WordPress shows letter for letter. Its display filters turn `"` into “, `...` into …, `3x4` into 3×4, `:)`
 * into a picture, `[x]` into whatever a plugin wants; none of them touches numeric references, so everything they look
 * for is written as one (wptexturize, convert_smilies, do_shortcode, capital_P_dangit; measured on 6.1).
 */
export function writeHtml(
  nodes: readonly Node[],
  attribute: (name: string, value: string) => string,
): string {
  return nodes.map(node => writeNode(node, attribute)).join('')
}

export function writeText(text: string): string {
  return text.replace(
    /[&<>"'[\]():`]|\.(?=\.)|(?<=\.)\.|-(?=[-\s]|$)|(?<=[-\s]|^)-|(?<=\d)x(?=\d)|(?<=8-?)[Oo]|(?<=Word)p(?=ress)/g,
    reference,
  )
}

function reference(character: string): string {
  return `&#${character.charCodeAt(0)};`
}

function writeNode(node: Node, attribute: (name: string, value: string) => string): string {
  if (defaultTreeAdapter.isTextNode(node)) return writeText(node.value)
  if (!defaultTreeAdapter.isElementNode(node)) return ''
  const attributes = node.attrs
    .map(({ name, value }) => ` ${name}="${attribute(name, value).replace(/[&<>"'[\]]/g, reference)}"`)
    .join('')
  const open = `<${node.tagName}${attributes}>`
  return voidTags.has(node.tagName)
    ? open
    : `${open}${writeHtml(node.childNodes, attribute)}</${node.tagName}>`
}
