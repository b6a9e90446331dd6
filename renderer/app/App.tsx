import './app.css'
import { CSPProvider } from '@base-ui/react/csp-provider'
import { QueryClientProvider } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import { useMemo } from 'react'
import { I18nextProvider } from 'react-i18next'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import type { Problem } from '#common/api/problems/problem'
import { useInvalidation } from '#renderer/api/queries.ts'
import { createQueryClient } from '#renderer/api/query-client.ts'
import { WireProvider } from '#renderer/api/wire-context.tsx'
import type { Wire } from '#renderer/api/wire-interface.ts'
import { AskerProvider } from '#renderer/commands/AskerProvider.tsx'
import { problemText } from '#renderer/text/problem-text.ts'
import { ToastProvider } from '#renderer/ui/Toast.tsx'
import { TooltipProvider } from '#renderer/ui/Tooltip.tsx'
import { complain } from '#renderer/ui/toasts.ts'
import { SessionGate } from './SessionGate.tsx'
import { wayOut } from './way-out.ts'

interface Props {
  readonly wire: Wire
  readonly catalogues: i18n
}

/** Everything that is there once: wire, answers, words, routes, toasts, questions. */
export function App({ wire, catalogues }: Props) {
  const queries = useMemo(createQueryClient, [])
  const report = useMemo(() => {
    return (problem: Problem) => {
      const t = catalogues.getFixedT<readonly ['text', 'problems']>(catalogues.language, ['text', 'problems'])
      complain(problemText(t, problem), wayOut(t, problem))
    }
  }, [catalogues])
  return (
    <I18nextProvider i18n={catalogues}>
      <CSPProvider disableStyleElements>
        <QueryClientProvider client={queries}>
          <WireProvider wire={wire} report={report}>
            <Router hook={useHashLocation}>
              <TooltipProvider delay={400}>
                <ToastProvider>
                  <AskerProvider>
                    <Invalidation />
                    <SessionGate />
                  </AskerProvider>
                </ToastProvider>
              </TooltipProvider>
            </Router>
          </WireProvider>
        </QueryClientProvider>
      </CSPProvider>
    </I18nextProvider>
  )
}

function Invalidation() {
  useInvalidation()
  return null
}
