import type { i18n } from 'i18next'
import { I18nextProvider } from 'react-i18next'
import { SessionPage } from '#renderer/features/session/SessionPage.tsx'
import { useText } from '#renderer/text/use-text.ts'

/** Shown to a browser that came without the address printed at the start; nothing else is told to it. */
export function NotAdmitted({ catalogues }: { readonly catalogues: i18n }) {
  return (
    <I18nextProvider i18n={catalogues}>
      <Words />
    </I18nextProvider>
  )
}

function Words() {
  const { t } = useText()
  return (
    <SessionPage title={t('app.notAdmitted')} lead={t('app.notAdmittedText')}>
      {null}
    </SessionPage>
  )
}
