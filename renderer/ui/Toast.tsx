import './toast.css'
import { Toast as Base } from '@base-ui/react/toast'
import { CircleAlert, CircleCheck, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useText } from '#renderer/text/use-text.ts'
import { IconButton } from './IconButton.tsx'
import { toastManager } from './toasts.ts'

/** Mounted once; `say` and `complain` of toasts.ts reach it from anywhere. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useText()
  return (
    <Base.Provider toastManager={toastManager} limit={4}>
      {children}
      <Base.Portal>
        <Base.Viewport className="toast-viewport" aria-label={t('ui.notices')}>
          <Toasts />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  )
}

function Toasts() {
  const { t } = useText()
  const { toasts } = Base.useToastManager()
  return toasts.map(toast => (
    <Base.Root key={toast.id} toast={toast} className="toast" swipeDirection={['right']}>
      <Base.Content className="toast-content">
        {toast.type === 'trouble' ? (
          <CircleAlert size={18} className="toast-icon" aria-hidden="true" />
        ) : (
          <CircleCheck size={18} className="toast-icon" aria-hidden="true" />
        )}
        <Base.Title render={<p />} className="toast-text" />
        <Base.Action className="button" data-look="plain" data-size="small" />
        <Base.Close render={<IconButton label={t('ui.close')} size="small" icon={<X size={16} />} />} />
      </Base.Content>
    </Base.Root>
  ))
}
