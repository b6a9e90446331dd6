import './palette.css'
import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import { useState } from 'react'
import { useText } from '#renderer/text/use-text.ts'
import { Chip } from '#renderer/ui/Chip.tsx'
import { MarkedText } from '#renderer/ui/MarkedText.tsx'
import { ShortcutKeys } from '#renderer/ui/ShortcutKeys.tsx'
import { type PaletteGroup, type PaletteItem, usePaletteGroups } from './palette-groups.ts'

interface Props {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** Ctrl+K: every command and every article by a few letters, with or without marks. */
export function Palette({ open, onOpenChange }: Props) {
  const { t } = useText()
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog palette" aria-label={t('palette.open')}>
          <PaletteContent onDone={() => onOpenChange(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function PaletteContent({ onDone }: { readonly onDone: () => void }) {
  const { t } = useText()
  const [search, setSearch] = useState('')
  const groups = usePaletteGroups(search)
  return (
    <Autocomplete.Root
      open
      inline
      items={groups}
      filter={null}
      autoHighlight="always"
      keepHighlight
      value={search}
      itemToStringValue={(item: PaletteItem) => item.label}
      onValueChange={(value, details) => {
        if (details.reason !== 'item-press') setSearch(value)
      }}
    >
      <div className="palette-search">
        <Search size={18} aria-hidden="true" />
        <Autocomplete.Input
          aria-label={t('palette.open')}
          placeholder={t('palette.placeholder')}
          onKeyDownCapture={event => {
            // Escape would only empty the field first; here it always leaves.
            if (event.key === 'Escape') onDone()
          }}
        />
      </div>
      <Autocomplete.Empty className="palette-empty">{t('palette.nothing')}</Autocomplete.Empty>
      <Autocomplete.List className="palette-list">
        {(group: PaletteGroup) => (
          <Autocomplete.Group key={group.value} items={group.items}>
            <Autocomplete.GroupLabel className="menu-label">{group.value}</Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(item: PaletteItem) => (
                <Autocomplete.Item
                  key={item.id}
                  value={item}
                  className="menu-item palette-item"
                  onClick={() => {
                    onDone()
                    item.run()
                  }}
                >
                  {item.icon !== undefined && (
                    <span className="menu-icon">
                      <item.icon size={16} />
                    </span>
                  )}
                  <span className="menu-text">
                    {item.label}
                    {item.excerpt !== undefined && (
                      <span className="palette-excerpt">
                        <MarkedText pieces={item.excerpt} />
                      </span>
                    )}
                  </span>
                  {item.chip !== undefined && <Chip chip={item.chip} />}
                  {item.shortcut !== undefined && <ShortcutKeys keys={item.shortcut} />}
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  )
}
