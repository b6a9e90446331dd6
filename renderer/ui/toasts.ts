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

/** Says that something was refused and what to do; the same refusal again stays one message. */
export function complain(message: string, action?: ToastAction): void {
  toastManager.add({
    id: `trouble: ${message}`,
    title: message,
    type: 'trouble',
    timeout: 20_000,
    priority: 'high',
    ...withAction(action),
  })
}

/** Takes every message away: they were for whoever sat here before. */
export function clearToasts(): void {
  toastManager.close()
}

function withAction(action: ToastAction | undefined) {
  if (action === undefined) return {}
  return { actionProps: { children: action.label, onClick: action.run } }
}
