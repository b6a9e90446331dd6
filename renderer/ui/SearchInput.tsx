import './search-input.css'
import { Search } from 'lucide-react'
import { TextInput } from './Field.tsx'

interface Props {
  readonly label: string
  /** Shown while it is empty; its label without one. */
  readonly hint?: string
  readonly value: string
  readonly onChange: (text: string) => void
}

const mostCharacters = 200

/** Words to look for in a list, as a part of its filters. */
export function SearchInput({ label, hint = label, value, onChange }: Props) {
  return (
    <span className="search-input">
      <Search size={16} aria-hidden="true" />
      <TextInput
        type="search"
        aria-label={label}
        placeholder={hint}
        value={value}
        onChange={event => onChange(event.target.value.slice(0, mostCharacters))}
      />
    </span>
  )
}
