import { useState } from 'react'
import type { Output } from '#common/api/contract'
import type { PortalView } from '#common/api/views'
import { useCommand } from '#renderer/api/queries.ts'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { AddressInput, Field, TextInput } from '#renderer/ui/Field.tsx'
import { PassphraseInput } from '#renderer/ui/PassphraseInput.tsx'
import { completeAddress } from './complete-address.ts'
import { folderPath } from './folder-path.ts'

interface Props {
  readonly found: Output<'portals.detect'>
  readonly onBack: () => void
  readonly onClose: () => void
  readonly onConnected: (portal: PortalView) => void
}

/** Second step: the name on our screens and the credentials the portal's administrator gave. */
export function TokenStep({ found, onBack, onClose, onConnected }: Props) {
  const { t } = useText()
  const connect = useCommand('portals.connect', { report: false })
  const [name, setName] = useState(found.name)
  const [user, setUser] = useState('')
  const [publishToken, setPublishToken] = useState('')
  const { url, kind } = found
  const isWordpress = kind === 'wordpress'
  const tokenless = kind === 'folder' || kind === 'clipboard'
  const [publicUrl, setPublicUrl] = useState('')
  const [adminToken, setAdminToken] = useState('')
  const [error, setError] = useState<string | null>(null)
  async function submit() {
    const answer = await connect.run({
      url,
      name,
      ...(tokenless
        ? { ...(kind === 'clipboard' && { byHand: true as const }) }
        : { publishToken: isWordpress ? `${user.trim()}:${publishToken.trim()}` : publishToken.trim() }),
      ...(publicUrl.trim() !== '' && { publicUrl: completeAddress(publicUrl) ?? publicUrl.trim() }),
      ...(adminToken.trim() === '' ? {} : { adminToken: adminToken.trim() }),
    })
    if (answer.ok) onConnected(answer.value)
    else setError(problemText(t, answer.problem))
  }
  return (
    <Dialog
      open
      onOpenChange={open => {
        if (!open) onClose()
      }}
      title={t('portal.connect')}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onClick={onBack}>{t('ui.back')}</Button>
          <Button type="submit" look="primary" busy={connect.busy}>
            {t('portal.connectAction')}
          </Button>
        </>
      }
    >
      <Band tone="good" title={t('portal.found', { name: found.name })}>
        {t(`portal.foundAs.${kind}`, { url: kind === 'folder' ? folderPath(url) : url })}
      </Band>
      {found.hints.map(hint => (
        <Band key={hint} tone={hint === 'application-passwords-off' ? 'amber' : 'info'}>
          {t(`portal.hint.${hint}`)}
        </Band>
      ))}
      <Field label={t('portal.name')} required>
        <TextInput required maxLength={120} value={name} onChange={event => setName(event.target.value)} />
      </Field>
      {isWordpress && (
        <Field label={t('portal.user')} hint={t('portal.userHint')} required>
          <TextInput
            autoFocus
            required
            spellCheck={false}
            autoCapitalize="none"
            autoComplete="off"
            value={user}
            onChange={event => setUser(event.target.value)}
          />
        </Field>
      )}
      {kind === 'folder' && (
        <Field label={t('portal.publicUrl')} hint={t('portal.publicUrlHint')} error={error}>
          <AddressInput value={publicUrl} onChange={event => setPublicUrl(event.target.value)} />
        </Field>
      )}
      {kind === 'clipboard' && error !== null && <Band tone="trouble">{error}</Band>}
      {!tokenless && (
        <Field
          label={isWordpress ? t('portal.applicationPassword') : t('portal.token')}
          hint={isWordpress ? t('portal.applicationPasswordHint') : t('portal.tokenHint')}
          error={error}
          required
        >
          <PassphraseInput
            autoFocus={!isWordpress}
            value={publishToken}
            onChange={setPublishToken}
            autoComplete="off"
          />
        </Field>
      )}
      {kind === 'portal-api' && (
        <Field label={t('portal.adminToken')} hint={t('portal.adminTokenHint')}>
          <PassphraseInput required={false} value={adminToken} onChange={setAdminToken} autoComplete="off" />
        </Field>
      )}
    </Dialog>
  )
}
