import { Crosshair } from 'lucide-react'
import { readFocus } from '#common/domain/focus-point'
import { useWire } from '#renderer/api/wire-context.tsx'
import { FocusField } from '#renderer/media/FocusField.tsx'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Popover } from '#renderer/ui/Popover.tsx'
import { type PartProps, setAttribute } from './PartAttribute.tsx'

/** What of the picture stays in sight in lists and galleries. */
export function FocusButton({ editor, part }: PartProps) {
  const { t } = useText()
  const { blobUrl } = useWire()
  return (
    <Popover
      title={t('media.focusTitle')}
      trigger={
        <Button size="small" icon={<Crosshair size={15} />}>
          {t('media.focus')}
        </Button>
      }
    >
      <FocusField
        src={blobUrl(String(part.node.attrs.image))}
        value={readFocus(part.node.attrs.focus)}
        onChange={focus => setAttribute(editor, part, 'focus', focus)}
      />
    </Popover>
  )
}
