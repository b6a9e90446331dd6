import { Toast as Base } from '@base-ui/react/toast'

/** A way out offered together with a message. */
export interface ToastAction {
  readonly label: string
  readonly run: () => void
}

export const toastManager = Base.createToastManager()

/** Says that something was done; leaves by itself. */
export function say(message: string, action?: ToastAction): void {
  toastManager.add({
    title: message,
    type: 'good',
    timeout: action === undefined ? 5_000 : 9_000,
    ...withAction(action),
  })
}

/** Says that something was refused and what to do; stays until it is closed or acted upon. */
export function complain(message: string, action?: ToastAction): void {
  toastManager.add({ title: message, type: 'trouble', timeout: 0, priority: 'high', ...withAction(action) })
}

function withAction(action: ToastAction | undefined) {
  if (action === undefined) return {}
  return { actionProps: { children: action.label, onClick: action.run } }
}
