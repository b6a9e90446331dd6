import { readStyle } from './style.ts'

/**
 * What office programs put into a copy and no reader is to see: hidden text, text deleted with changes tracked, comments,
 * the line above the notes, blanks that stand for a tab.
 */
export function dropOfficeParts(fragment: DocumentFragment): void {
  for (const deleted of fragment.querySelectorAll('del[datetime]')) deleted.remove()
  for (const element of fragment.querySelectorAll('[data-style]')) {
    const style = readStyle(element)
    const part = style.get('mso-element') ?? ''
    const isHidden = style.get('display') === 'none' || style.get('mso-hide') === 'all'
    const isComment =
      part === 'comment-list' ||
      style.has('mso-comment-reference') ||
      style.get('mso-special-character') === 'comment'
    if (isHidden || isComment) element.remove()
    else if (part === 'footnote-list' || part === 'endnote-list') dropRules(element)
    else if (style.has('mso-tab-count') || style.get('mso-spacerun') === 'yes') element.textContent = ' '
    else if (style.get('mso-special-character')?.includes('note') === true) raise(element)
  }
}

function dropRules(notes: Element): void {
  for (const rule of notes.querySelectorAll(':scope > hr, :scope > br')) rule.remove()
}

/** The number of a note, `[1]`. */
function raise(reference: Element): void {
  if (reference.closest('sup') !== null) return
  const raised = reference.ownerDocument.createElement('sup')
  raised.append(...reference.childNodes)
  reference.append(raised)
}
