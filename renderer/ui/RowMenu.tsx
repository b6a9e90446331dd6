import { Ellipsis } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { IconButton } from './IconButton.tsx'
import { Menu } from './Menu.tsx'

interface Props {
  /** Names the row as well: "Thao tác với Lịch tiếp dân". */
  readonly label: string
  /** MenuItems. */
  readonly children: ReactNode
}

/** The menu at the end of a row. A list shows a hundred of them, so until somebody asks there is only its button. */
export function RowMenu({ label, children }: Props) {
  const [asked, setAsked] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const icon = <Ellipsis size={17} />
  return asked ? (
    <Menu
      align="end"
      defaultOpen
      trigger={<IconButton ref={opener} size="small" label={label} icon={icon} />}
      // The button that had the keyboard before is no longer there.
      onClosed={() => opener.current?.focus()}
    >
      {children}
    </Menu>
  ) : (
    <Button
      size="small"
      look="quiet"
      className="icon-button"
      icon={icon}
      title={label}
      aria-label={label}
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={() => setAsked(true)}
    />
  )
}
