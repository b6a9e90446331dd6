/** Text that is already HTML. Only this file and `to-html.ts` may make one, and only through `escapeHtml`. */
export type Html = string & { readonly __html: unique symbol }

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escapeHtml(text: string): Html {
  return text.replace(/[&<>"']/g, character => references[character] ?? '') as Html
}

type Attributes = Readonly<Record<string, string | number | true | null>>

/** One element; attributes that are null are left out, `true` stands bare, everything else is escaped. */
export function element(tag: string, attributes: Attributes, ...children: readonly Html[]): Html {
  return `<${tag}${writeAttributes(attributes)}>${children.join('')}</${tag}>` as Html
}

export function voidElement(tag: string, attributes: Attributes = {}): Html {
  return `<${tag}${writeAttributes(attributes)}>` as Html
}

export function join(parts: readonly Html[], separator = ''): Html {
  return parts.join(separator) as Html
}

export const nothing = '' as Html

function writeAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`))
    .join('')
}
