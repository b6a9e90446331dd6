import { type ReactNode, useRef } from 'react'
import { useText } from '#renderer/text/use-text.ts'
import { LineBar } from './LineBar.tsx'
import { Rail } from './Rail.tsx'
import { WorkspaceBands } from './WorkspaceBands.tsx'

/** Rail on the left, the truth about the line at the bottom, one screen between. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const { t } = useText()
  const main = useRef<HTMLElement>(null)
  return (
    <div className="workplace">
      <button type="button" className="skip-link" onClick={() => main.current?.focus()}>
        {t('frame.skip')}
      </button>
      <Rail />
      <main ref={main} tabIndex={-1}>
        <WorkspaceBands />
        <div className="workplace-screen">{children}</div>
      </main>
      <LineBar />
    </div>
  )
}
