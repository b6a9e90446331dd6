import { Ellipsis } from 'lucide-react'
import { type ReactNode, useState } from 'react'
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
  const icon = <Ellipsis size={17} />
  return asked ? (
    <Menu align="end" defaultOpen trigger={<IconButton size="small" label={label} icon={icon} />}>
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
