import './table.css'
import type { ComponentProps, MouseEvent } from 'react'

interface TableProps extends ComponentProps<'table'> {
  /** What the table lists, for screen readers. */
  readonly label: string
}

/** Dense rows of 36 px under a head that stays; columns are sized with `<col>` or classes of the feature. */
export function Table({ label, className, ...rest }: TableProps) {
  return (
    <div className="table-scroll">
      <table {...rest} aria-label={label} className={['table', className].filter(Boolean).join(' ')} />
    </div>
  )
}

interface RowProps extends ComponentProps<'tr'> {
  readonly selected?: boolean
  /** A click anywhere on the row that hit no control of its own. */
  readonly onOpen?: () => void
}

export function TableRow({ selected = false, onOpen, className, ...rest }: RowProps) {
  return (
    <tr
      {...rest}
      className={className}
      data-selected={selected || undefined}
      data-opens={onOpen !== undefined || undefined}
      onClick={event => {
        if (onOpen !== undefined && hitsRow(event)) onOpen()
      }}
    />
  )
}

/** Clicks in a menu or dialog of the row arrive here too, though they lie elsewhere on the page. */
function hitsRow({ target, currentTarget }: MouseEvent<HTMLElement>): boolean {
  return (
    target instanceof Element &&
    currentTarget.contains(target) &&
    target.closest('a, button, label, input, [role=checkbox]') === null
  )
}
