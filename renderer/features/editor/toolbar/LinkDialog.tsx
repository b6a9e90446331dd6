import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { type LinkDoubt, type LinkFault, linkDoubt, linkFault, linkHost } from '#common/document/link-doubts'
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
  const [fault, setFault] = useState<LinkFault | null>(null)
  const [doubt, setDoubt] = useState<LinkDoubt | null>(null)
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetMark('link').run()
    onClose()
  }
  const apply = () => {
    const href = linkAddress(address)
    if (address.trim() === '') return remove()
    const found = linkFault(href)
    setFault(found)
    if (found !== null) return
    const doubted = linkDoubt(href, wordsOfLink(editor))
    setDoubt(doubted)
    // Said once; whoever applies again means it.
    if (doubted !== null && doubt === null) return
    setLink(editor, href)
    onClose()
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
            {t(doubt === null ? 'editor.link.apply' : 'editor.link.applyAnyway')}
          </Button>
        </>
      }
    >
      <Field
        label={t('editor.link.address')}
        hint={t('editor.link.hint')}
        error={
          fault !== null
            ? t(`editor.link.fault.${fault}`)
            : doubt !== null
              ? t(`editor.link.doubt.${doubt}`, { host: linkHost(linkAddress(address)) ?? '' })
              : null
        }
      >
        <TextInput
          value={address}
          maxLength={2_000}
          placeholder="https://"
          onChange={event => {
            setAddress(event.currentTarget.value)
            setFault(null)
            setDoubt(null)
          }}
        />
      </Field>
    </Dialog>
  )
}

/** What readers see of the link: the selected words, or those it has already. */
function wordsOfLink(editor: Editor): string {
  const { doc, selection } = editor.state
  if (!selection.empty) return doc.textBetween(selection.from, selection.to, ' ')
  const { $from } = selection
  return $from.marks().some(({ type }) => type.name === 'link')
    ? ($from.parent.child($from.index()).text ?? '')
    : ''
}

function setLink(editor: Editor, href: string): void {
  const chain = editor.chain().focus().extendMarkRange('link')
  if (editor.state.selection.empty && !editor.isActive('link')) {
    const marks = [{ type: 'link', attrs: { href } }]
    chain.insertContent({ type: 'text', text: href.replace(/^(mailto|tel):/, ''), marks }).run()
  } else chain.setMark('link', { href }).run()
}
