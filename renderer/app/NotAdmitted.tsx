import type { i18n } from 'i18next'
import { useEffect } from 'react'
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
  useEffect(() => {
    // The right address pasted into this tab differs in its hash alone, so the browser loads nothing by itself.
    const again = () => location.reload()
    addEventListener('hashchange', again)
    return () => removeEventListener('hashchange', again)
  }, [])
  return (
    <SessionPage title={t('app.notAdmitted')} lead={t('app.notAdmittedText')}>
      {null}
    </SessionPage>
  )
}
