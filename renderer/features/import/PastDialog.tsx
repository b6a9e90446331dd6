import { useState } from 'react'
import type { PastPage } from '#common/api/import-operations'
import { ask, useCommand } from '#renderer/api/queries.ts'
import { useWire } from '#renderer/api/wire-context.tsx'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Field, TextInput } from '#renderer/ui/Field.tsx'
import { Progress } from '#renderer/ui/Progress.tsx'

/** Takes articles over from an older portal, by WordPress' interface or its RSS. */
export function PastDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useText()
  const wire = useWire()
  const list = useCommand('imports.listPast', { report: false })
  const [url, setUrl] = useState('')
  const [pages, setPages] = useState<readonly PastPage[] | null>(null)
  const [more, setMore] = useState<number | null>(null)
  const [wanted, setWanted] = useState<ReadonlySet<string>>(new Set())
  const [trouble, setTrouble] = useState<string | null>(null)
  const [taking, setTaking] = useState<{ readonly done: number; readonly all: number } | null>(null)
  const [taken, setTaken] = useState<number | null>(null)

  async function look(page: number) {
    setTrouble(null)
    setTaken(null)
    const address = /^https?:\/\//i.test(url.trim()) ? url.trim() : `https://${url.trim()}`
    if (!URL.canParse(address)) return setTrouble(t('import.pastAddressWrong'))
    const answer = await list.run({ url: address, page })
    if (!answer.ok) return setTrouble(problemText(t, answer.problem))
    setPages(before => (page === 1 ? answer.value.pages : [...(before ?? []), ...answer.value.pages]))
    setMore(answer.value.more ? page + 1 : null)
  }

  async function take() {
    const chosen = (pages ?? []).filter(page => wanted.has(page.url))
    const troubles: string[] = []
    const done = new Set<string>()
    for (const [index, page] of chosen.entries()) {
      setTaking({ done: index, all: chosen.length })
      const answer = await ask(wire, 'imports.takePast', { url: page.url })
      if (answer.ok) done.add(page.url)
      else troubles.push(`${page.headline}: ${problemText(t, answer.problem)}`)
    }
    setTaking(null)
    setTaken(done.size)
    setTrouble(troubles.length === 0 ? null : troubles.join('\n'))
    setWanted(new Set())
    setPages(before => before?.map(page => (done.has(page.url) ? { ...page, known: true } : page)) ?? null)
  }

  const toggle = (page: PastPage, on: boolean) => {
    const next = new Set(wanted)
    if (on) next.add(page.url)
    else next.delete(page.url)
    setWanted(next)
  }
  return (
    <Dialog
      open
      size="large"
      title={t('import.past')}
      description={t('import.pastText')}
      onOpenChange={open => !open && taking === null && onClose()}
      onSubmit={() => void look(1)}
      footer={
        <>
          <Button disabled={taking !== null} onClick={onClose}>
            {t('ui.close')}
          </Button>
          <Button
            look="primary"
            busy={taking !== null}
            disabled={wanted.size === 0}
            onClick={() => void take()}
          >
            {t('import.pastTake', { count: wanted.size })}
          </Button>
        </>
      }
    >
      <div className="past-address">
        <Field label={t('import.pastAddress')} hint={t('import.pastHint')}>
          <TextInput value={url} spellCheck={false} onChange={event => setUrl(event.target.value)} />
        </Field>
        <Button type="submit" busy={list.busy} disabled={url.trim() === ''}>
          {t('import.pastLook')}
        </Button>
      </div>
      {trouble !== null && <Band tone="trouble">{trouble}</Band>}
      {taken !== null && taken > 0 && <Band tone="good" title={t('import.pastTaken', { count: taken })} />}
      {taking !== null && (
        <Progress value={taking.done} max={taking.all} label={`${taking.done}/${taking.all}`} />
      )}
      {pages !== null && (
        <ul className="past-list" aria-label={t('import.past')}>
          {pages.map(page => (
            <li key={page.url}>
              <Checkbox
                checked={wanted.has(page.url)}
                disabled={page.known || taking !== null}
                onChange={on => toggle(page, on)}
              >
                {page.headline}
                <span className="import-facts">
                  {page.publishedAt === null
                    ? ''
                    : new Date(page.publishedAt).toLocaleDateString(language, {
                        timeZone: 'Asia/Ho_Chi_Minh',
                      })}
                  {page.known ? ` · ${t('import.pastKnown')}` : ''}
                </span>
              </Checkbox>
            </li>
          ))}
          {pages.length === 0 && <li className="import-facts">{t('import.pastNone')}</li>}
        </ul>
      )}
      {more !== null && (
        <Button look="quiet" busy={list.busy} onClick={() => void look(more)}>
          {t('import.pastMore')}
        </Button>
      )}
    </Dialog>
  )
}
