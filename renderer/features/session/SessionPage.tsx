import './session.css'
import type { ReactNode } from 'react'
import { useText } from '#renderer/text/use-text.ts'

interface Props {
  readonly title: string
  readonly lead?: ReactNode
  readonly children: ReactNode
}

/** The page before the newsroom: a masthead, one card, the language at the foot. */
export function SessionPage({ title, lead, children }: Props) {
  const { t, language, setLanguage } = useText()
  return (
    <main className="session-page">
      <title>{`${title} · Tòa Soạn`}</title>
      <header className="session-masthead">
        <span className="session-name">Tòa Soạn</span>
        <span>{t('session.tagline')}</span>
      </header>
      <div className="session-card">
        <h1>{title}</h1>
        {lead !== undefined && <p className="session-lead">{lead}</p>}
        {children}
      </div>
      <button
        type="button"
        className="session-language"
        onClick={() => setLanguage(language === 'vi' ? 'en' : 'vi')}
      >
        {language === 'vi' ? 'English' : 'Tiếng Việt'}
      </button>
    </main>
  )
}
