import type { i18n } from 'i18next'
import type { Language } from './catalogues.ts'

const storageKey = 'toa-soan.language'

/** The chosen language; Vietnamese until somebody chooses. */
export function readLanguage(): Language {
  return localStorage.getItem(storageKey) === 'en' ? 'en' : 'vi'
}

/** Remembers every change and tells the document, so that screen readers speak the right language. */
export function keepLanguage(catalogues: i18n): void {
  const apply = (language: string) => {
    document.documentElement.lang = language
    localStorage.setItem(storageKey, language)
  }
  apply(catalogues.language)
  catalogues.on('languageChanged', apply)
}
