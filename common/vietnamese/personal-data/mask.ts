import { unreachable } from '#common/domain/unreachable'
import type { PersonalDataKind } from './personal-data'

/** The preset of each kind: enough for the person concerned to find themselves, too little for a stranger. */
export function mask(kind: PersonalDataKind, text: string): string {
  const digits = text.replace(/\D/g, '')
  switch (kind) {
    case 'identity-number':
      return digits.length === 9
        ? `${digits.slice(0, 2)}****${digits.slice(-3)}`
        : `${digits.slice(0, 4)}****${digits.slice(-4)}`
    case 'phone': {
      const local = digits.replace(/^84/, '0')
      return `${local.slice(0, 2)}xx xxx ${local.slice(-3)}`
    }
    case 'bank-account':
      return `****${digits.slice(-4)}`
    case 'birth-date':
      return `xx/xx/${/(?:19|20)\d{2}/.exec(text)?.[0] ?? 'xxxx'}`
    case 'address':
      return '(đã ẩn số nhà)'
    case 'insurance-code':
      return `${text.slice(0, 2)}****${digits.slice(-3)}`
    case 'health':
      return '(không nêu)'
    case 'vehicle-plate':
      return `${text.slice(0, 3)}-xxx.${digits.slice(-2)}`
    case 'private-mail':
      return `${text.charAt(0)}***${text.slice(text.indexOf('@'))}`
    default:
      return unreachable(kind)
  }
}
