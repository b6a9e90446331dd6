import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import problemsEn from '#common/api/problems/en.json'
import sealReasons from '#common/api/problems/seal-reasons.json'
import problemsVi from '#common/api/problems/vi.json'
import { megabytes } from '#common/domain/megabytes'
import en from './en.json'
import vi from './vi.json'

export type Language = 'vi' | 'en'
export type TextKey = keyof typeof vi

/** Screen texts under `text` (the default), words of problems under `problems`, faults of a seal under `sealReasons`; keys are flat. */
export function createCatalogues(language: Language): i18n {
  const instance = createInstance()
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'vi',
    defaultNS: 'text',
    ns: ['text', 'problems', 'sealReasons'],
    keySeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: {
      vi: { text: vi, problems: problemsVi, sealReasons: sealReasons.vi },
      en: { text: en, problems: problemsEn, sealReasons: sealReasons.en },
    },
  })
  instance.services.formatter?.add('megabytes', (value, lng) => megabytes(Number(value), lng ?? 'vi'))
  return instance
}
