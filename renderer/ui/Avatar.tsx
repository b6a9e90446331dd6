import './avatar.css'

interface Props {
  readonly name: string
  readonly size?: 'small' | 'normal' | 'large'
  readonly current?: boolean
}

/** Initials of a person, drawn by the style sheet: decoration, so no text beside the name. */
export function Avatar({ name, size = 'normal', current = false }: Props) {
  return (
    <span
      className="avatar"
      data-size={size}
      data-current={current || undefined}
      data-hue={hueOf(name)}
      aria-hidden="true"
      data-initials={initialsOf(name)}
    />
  )
}

/** Family and given name: "Nguyễn Thị Lan" → NL. */
export function initialsOf(name: string): string {
  const parts = name.trim().split(/\s+/)
  const [family = '', given = ''] = parts.length > 1 ? [parts[0], parts.at(-1)] : parts
  return `${family.slice(0, 1)}${given.slice(0, 1)}`.toLocaleUpperCase('vi')
}

const hues = 5

function hueOf(name: string): number {
  let hash = 7
  for (const character of name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 65_521
  return hash % hues
}
