import { describeShortcut } from '#renderer/ui/ShortcutKeys.tsx'

interface Props {
  readonly title: string
  readonly shortcuts: readonly { readonly label: string; readonly keys: string }[]
}

/** Shortcuts of one place, in words and as the machine writes its keys. */
export function ShortcutSection({ title, shortcuts }: Props) {
  return (
    <section>
      <h2 className="shortcut-heading">{title}</h2>
      <dl className="shortcut-list">
        {shortcuts.map(({ label, keys }) => (
          <div key={`${label} ${keys}`}>
            <dt>{label}</dt>
            <dd>
              <kbd>{describeShortcut(keys)}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
