/** What people type as an address: mail addresses and telephone numbers get their scheme, everything else https. */
export function linkAddress(typed: string): string {
  const text = typed.trim()
  if (/^[\w.+-]+@[\w.-]+\.\w+$/.test(text)) return `mailto:${text}`
  if (/^\+?\d[\d\s.-]{6,18}$/.test(text)) return `tel:${text.replace(/\s/g, '')}`
  return /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`
}
