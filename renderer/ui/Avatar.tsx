import './avatar.css'

interface Props {
  readonly name: string
  readonly size?: 'small' | 'normal' | 'large'
  readonly current?: boolean
}

/** First letters of the last two parts of a Vietnamese name: "Nguyễn Thị Lan" → TL. Decoration; the name stands beside it. */
export function Avatar({ name, size = 'normal', current = false }: Props) {
  return (
    <span
      className="avatar"
      data-size={size}
      data-current={current || undefined}
      data-hue={hueOf(name)}
      aria-hidden="true"
    >
      {initialsOf(name)}
    </span>
  )
}

export function initialsOf(name: string): string {
  const parts = name.trim().split(/\s+/).slice(-2)
  return parts.map(part => part.slice(0, 1).toLocaleUpperCase('vi')).join('')
}

function hueOf(name: string): number {
  let sum = 0
  for (const character of name) sum += character.codePointAt(0) ?? 0
  return sum % 5
}
