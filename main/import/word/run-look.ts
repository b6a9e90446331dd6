import type { InlineMark } from '../blocks/blocks'
import { childOf, type XmlElement } from '../package/read-xml'

/** What `w:rPr` says; undefined where it says nothing and the style decides. */
export interface RunLook {
  readonly bold?: boolean | undefined
  readonly italic?: boolean | undefined
  readonly underline?: boolean | undefined
  readonly strike?: boolean | undefined
  readonly hidden?: boolean | undefined
  readonly raised?: 'superscript' | 'subscript' | 'baseline' | undefined
  readonly font?: string | undefined
}

export const plainRunLook: RunLook = {}

export function readRunLook(properties: XmlElement | undefined): RunLook {
  if (properties === undefined) return plainRunLook
  const fonts = childOf(properties, 'w:rFonts')?.attributes
  const raised = childOf(properties, 'w:vertAlign')?.attributes['w:val']
  const underline = childOf(properties, 'w:u')?.attributes['w:val']
  return {
    bold: toggle(properties, 'w:b'),
    italic: toggle(properties, 'w:i'),
    underline: underline === undefined ? undefined : underline !== 'none',
    strike: toggle(properties, 'w:strike') ?? toggle(properties, 'w:dstrike'),
    hidden: toggle(properties, 'w:vanish'),
    raised: raised === 'superscript' || raised === 'subscript' || raised === 'baseline' ? raised : undefined,
    // Old Vietnamese fonts draw the letters beyond ASCII, which Word counts to hAnsi.
    font: fonts?.['w:hAnsi'] ?? fonts?.['w:ascii'] ?? fonts?.['w:cs'],
  }
}

export function joinLooks(below: RunLook, above: RunLook): RunLook {
  return {
    bold: above.bold ?? below.bold,
    italic: above.italic ?? below.italic,
    underline: above.underline ?? below.underline,
    strike: above.strike ?? below.strike,
    hidden: above.hidden ?? below.hidden,
    raised: above.raised ?? below.raised,
    font: above.font ?? below.font,
  }
}

export function marksOf(look: RunLook): InlineMark[] {
  return [
    ...(look.bold === true ? (['bold'] as const) : []),
    ...(look.italic === true ? (['italic'] as const) : []),
    ...(look.underline === true ? (['underline'] as const) : []),
    ...(look.strike === true ? (['strike'] as const) : []),
    ...(look.raised === 'superscript' || look.raised === 'subscript' ? [look.raised] : []),
  ]
}

/** `<w:b/>` is on, `<w:b w:val="0"/>` off, nothing undecided. */
function toggle(properties: XmlElement, name: string): boolean | undefined {
  const element = childOf(properties, name)
  if (element === undefined) return undefined
  return !['0', 'false', 'off', 'none'].includes(element.attributes['w:val'] ?? '1')
}
