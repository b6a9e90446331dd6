import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { isLinkAddress } from '#common/document/link-address'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Field, TextInput } from '#renderer/ui/Field.tsx'
import { linkAddress } from './link-address.ts'

interface Props {
  readonly editor: Editor
  readonly onClose: () => void
}

/** Asks where the selected words lead; without a selection the address itself becomes the words. */
export function LinkDialog({ editor, onClose }: Props) {
  const { t } = useText()
  const current: unknown = editor.getAttributes('link').href
  const [address, setAddress] = useState(typeof current === 'string' ? current : '')
  const [wrong, setWrong] = useState(false)
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetMark('link').run()
    onClose()
  }
  const apply = () => {
    const href = linkAddress(address)
    if (address.trim() === '') remove()
    else if (!isLinkAddress(href)) setWrong(true)
    else {
      setLink(editor, href)
      onClose()
    }
  }
  return (
    <Dialog
      open
      size="small"
      title={t('editor.link.title')}
      onOpenChange={open => {
        if (!open) onClose()
      }}
      onSubmit={apply}
      footer={
        <>
          {current !== undefined && <Button onClick={remove}>{t('editor.link.remove')}</Button>}
          <Button type="submit" look="primary">
            {t('editor.link.apply')}
          </Button>
        </>
      }
    >
      <Field
        label={t('editor.link.address')}
        hint={t('editor.link.hint')}
        error={wrong ? t('editor.link.wrong') : null}
      >
        <TextInput
          value={address}
          maxLength={2_000}
          placeholder="https://"
          onChange={event => {
            setAddress(event.currentTarget.value)
            setWrong(false)
          }}
        />
      </Field>
    </Dialog>
  )
}

function setLink(editor: Editor, href: string): void {
  const chain = editor.chain().focus().extendMarkRange('link')
  if (editor.state.selection.empty && !editor.isActive('link')) {
    const marks = [{ type: 'link', attrs: { href } }]
    chain.insertContent({ type: 'text', text: href.replace(/^(mailto|tel):/, ''), marks }).run()
  } else chain.setMark('link', { href }).run()
}
