// Before any schema exists.
import './zod-without-eval.ts'
import '#renderer/styles/fonts.css'
import '#renderer/styles/tokens.css'
import '#renderer/styles/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { connect } from '#renderer/api/wire.ts'
import { createCatalogues } from '#renderer/text/catalogues.ts'
import { keepLanguage, readLanguage } from '#renderer/text/language.ts'
import { watchTheme } from '#renderer/ui/theme.ts'
import { App } from './App.tsx'
import { NotAdmitted } from './NotAdmitted.tsx'

watchTheme()
const catalogues = createCatalogues(readLanguage())
keepLanguage(catalogues)

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
const wire = await connect()
createRoot(root).render(
  <StrictMode>
    {wire === null ? <NotAdmitted catalogues={catalogues} /> : <App wire={wire} catalogues={catalogues} />}
  </StrictMode>,
)
