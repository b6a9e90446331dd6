import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Localized } from '#common/domain/localized'
import type { Language } from './catalogues.ts'

const numbers: Readonly<Record<Language, Intl.NumberFormat>> = {
  vi: new Intl.NumberFormat('vi'),
  en: new Intl.NumberFormat('en'),
}

export type Translate = TFunction<['text', 'problems']>

/** The words of the chosen language: `t('desk.title')`, `name(kind.label)` for data that carries its own names, `number(10000)`. */
export function useText(): {
  readonly t: Translate
  readonly language: Language
  readonly name: (localized: Localized) => string
  readonly number: (value: number) => string
  readonly setLanguage: (language: Language) => void
} {
  const { t, i18n } = useTranslation(['text', 'problems'])
  const language: Language = i18n.language === 'en' ? 'en' : 'vi'
  return {
    t,
    language,
    name: localized => localized[language],
    number: numbers[language].format,
    setLanguage: next => void i18n.changeLanguage(next),
  }
}
