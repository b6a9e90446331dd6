import { useRef, useState } from 'react'
import type { KeyChangeView, RegisteredKeyView } from '#common/api/approval-operations'
import type { Input } from '#common/api/contract'
import { formatInstant } from '#common/domain/vietnam-time'
import { useAsk } from '#renderer/api/queries.ts'
import { useSession } from '#renderer/api/session.tsx'
import { useCommandContext } from '#renderer/commands/context.tsx'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Field, TextInput } from '#renderer/ui/Field.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Passphrase } from './Passphrase.tsx'
import { saveText } from './save-blob.ts'

type Change = Input<'keys.propose'>['change']
const outsider = 'outsider'

/** "Sổ khóa": whose signatures are believed, with history; every change needs a second person. */
export function KeyRegister() {
  const { t } = useText()
  const { tell } = useCommandContext()
  const { account, may } = useSession()
  const { value, again } = useAsk('keys.list', {})
  const people = useAsk('accounts.list', {}).value?.accounts ?? []
  const [asking, setAsking] = useState<{ kind: 'card' } | { kind: 'confirm'; change: KeyChangeView } | null>(
    null,
  )
  const [card, setCard] = useState<string | null>(null)
  const [owner, setOwner] = useState(outsider)
  const file = useRef<HTMLInputElement>(null)
  const propose = async (change: Change) => {
    const done = await tell('keys.propose', { change })
    if (done !== null) setCard(null)
    again()
  }
  const saveCard = async (passphrase: string) => {
    const done = await tell('keys.card', passphrase === '' ? {} : { passphrase })
    if (done === null) return
    saveText(done.text, done.fileName)
    setAsking(null)
  }
  const pending = value?.changes.filter(({ settled }) => settled === null) ?? []
  return (
    <section className="key-register" aria-label={t('review.keys.title')}>
      <header>
        <h2>{t('review.keys.title')}</h2>
        <Button size="small" onClick={() => (account.demo ? void saveCard('') : setAsking({ kind: 'card' }))}>
          {t('review.keys.card')}
        </Button>
        {may('account.manage') && (
          <Button size="small" onClick={() => file.current?.click()}>
            {t('review.keys.register')}
          </Button>
        )}
        <input
          ref={file}
          type="file"
          accept=".txt"
          hidden
          aria-label={t('review.keys.register')}
          onChange={event => {
            const [chosen] = event.currentTarget.files ?? []
            event.currentTarget.value = ''
            if (chosen !== undefined) void chosen.text().then(text => setCard(text.slice(0, 20_000)))
          }}
        />
      </header>
      {pending.map(change => (
        <p key={change.id} className="key-pending">
          <span>
            {t(`review.keys.pending.${change.kind}`, { holder: change.holder, name: change.byName })}{' '}
            <code>{change.fingerprint}</code>
          </span>
          <Button size="small" look="primary" onClick={() => setAsking({ kind: 'confirm', change })}>
            {t('review.keys.confirm')}
          </Button>
          {may('account.manage') && (
            <Button
              size="small"
              onClick={() => void tell('keys.withdraw', { change: change.id }).then(again)}
            >
              {t('review.keys.withdraw')}
            </Button>
          )}
        </p>
      ))}
      <Table label={t('review.keys.title')}>
        <thead>
          <tr>
            <th>{t('review.keys.holder')}</th>
            <th>{t('review.keys.fingerprint')}</th>
            <th>{t('review.keys.since')}</th>
            <th>{t('review.keys.state')}</th>
          </tr>
        </thead>
        <tbody>
          {value?.keys.map(key => (
            <tr key={key.kid}>
              <td>
                {key.holder}
                {key.organisation !== null && <span className="quiet">{` (${key.organisation})`}</span>}
              </td>
              <td>
                <code>{key.fingerprint}</code>
              </td>
              <td className="numbers">{formatInstant(key.createdAt)}</td>
              <td>
                {key.retiredAt !== null
                  ? t('review.keys.retired', { time: formatInstant(key.retiredAt) })
                  : t(stateOf(key))}
                {key.retiredAt === null && may('account.manage') && (
                  <Button
                    size="small"
                    look="quiet"
                    onClick={() => void propose({ kind: 'retire', kid: key.kid })}
                  >
                    {t('review.keys.retire')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {card !== null && (
        <Dialog
          open
          title={t('review.keys.register')}
          description={t('review.keys.registerText')}
          onOpenChange={open => {
            if (!open) setCard(null)
          }}
          onSubmit={() => {
            const whose = people.find(({ id }) => id === owner)?.id ?? null
            void propose({ kind: 'register', account: whose, card })
          }}
          footer={
            <Button type="submit" look="primary">
              {t('review.keys.propose')}
            </Button>
          }
        >
          <Field label={t('review.keys.owner')}>
            <Select
              label={t('review.keys.owner')}
              value={owner}
              options={[
                { value: outsider, label: t('review.keys.outsider') },
                ...people.map(({ id, name }) => ({ value: id as string, label: name })),
              ]}
              onChange={setOwner}
            />
          </Field>
        </Dialog>
      )}
      {asking !== null && (
        <SecretDialog
          withCode={asking.kind === 'confirm' && asking.change.needsCode}
          title={t(asking.kind === 'card' ? 'review.keys.card' : 'review.keys.confirm')}
          onClose={() => setAsking(null)}
          onSubmit={async (passphrase, recoveryCode) => {
            if (asking.kind === 'card') return saveCard(passphrase)
            const done = await tell('keys.confirm', {
              change: asking.change.id,
              ...(passphrase !== '' && { passphrase }),
              ...(recoveryCode !== '' && { recoveryCode }),
            })
            if (done !== null) setAsking(null)
            return again()
          }}
        />
      )}
    </section>
  )
}

function stateOf({ here, unconfirmed }: RegisteredKeyView) {
  if (unconfirmed) return 'review.keys.unconfirmed'
  return here ? 'review.keys.here' : 'review.keys.elsewhere'
}

interface SecretProps {
  readonly title: string
  /** One administrator alone: the printed code stands for the second person. */
  readonly withCode: boolean
  readonly onClose: () => void
  readonly onSubmit: (passphrase: string, recoveryCode: string) => Promise<void>
}

function SecretDialog({ title, withCode, onClose, onSubmit }: SecretProps) {
  const { t } = useText()
  const [passphrase, setPassphrase] = useState('')
  const [code, setCode] = useState('')
  return (
    <Dialog
      open
      size="small"
      title={title}
      onOpenChange={open => {
        if (!open) onClose()
      }}
      onSubmit={() => void onSubmit(passphrase, code)}
      footer={
        <Button type="submit" look="primary">
          {title}
        </Button>
      }
    >
      <Passphrase value={passphrase} onChange={setPassphrase} />
      {withCode && (
        <Field label={t('review.keys.code')} hint={t('review.keys.codeHint')}>
          <TextInput value={code} onChange={event => setCode(event.currentTarget.value)} />
        </Field>
      )}
    </Dialog>
  )
}
