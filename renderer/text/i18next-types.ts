import 'i18next'
import type problems from '#common/api/problems/vi.json'
import type text from './vi.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'text'
    keySeparator: false
    resources: { text: typeof text; problems: typeof problems }
  }
}
