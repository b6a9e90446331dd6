import './import.css'
import { FileInput, FolderInput as FolderIcon, Globe } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useCommandContext } from '#renderer/commands/context.tsx'
import { paths } from '#renderer/commands/paths.ts'
import { FileDrop } from '#renderer/imports/FileDrop.tsx'
import { importableTypes, isImportable } from '#renderer/imports/importable.ts'
import { takeFiles } from '#renderer/imports/waiting-files.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { FolderInput } from '#renderer/ui/FolderInput.tsx'
import { Screen } from '#renderer/ui/Screen.tsx'
import { complain, say } from '#renderer/ui/toasts.ts'
import { ImportDetails } from './ImportDetails.tsx'
import { ImportList } from './ImportList.tsx'
import { PastDialog } from './PastDialog.tsx'
import { type ReadyItem, useImports } from './use-imports.ts'

/** "Nhập từ tệp": files on the left, what each would become on the right; nothing is a draft before the button. */
export function ImportScreen() {
  const { t } = useText()
  const { navigate } = useCommandContext()
  const { items, add, accept, remove, change } = useImports()
  const [chosen, setChosen] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [past, setPast] = useState(false)
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const shown =
    items.find(item => item.key === chosen) ?? items.find(item => item.state === 'ready') ?? items[0]
  const ready = items.filter((item): item is ReadyItem => item.state === 'ready')

  const take = (given: readonly File[]) => {
    const readable = given.filter(isImportable)
    if (readable.length < given.length)
      complain(t('import.skipped', { count: given.length - readable.length }))
    void add(readable)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: files that waited are taken once, when the screen opens
  useEffect(() => {
    const waiting = takeFiles()
    if (waiting.length > 0) take(waiting)
  }, [])

  async function make() {
    setBusy(true)
    const made = []
    for (const item of ready) {
      const article = await accept(item)
      if (article !== null) made.push(article)
    }
    setBusy(false)
    const [first] = made
    if (first === undefined) return
    if (items.length === 1) navigate(paths.edit(first.article.id))
    else say(t('import.made', { count: made.length }))
  }

  const pick = (
    <Button
      look={items.length === 0 ? 'primary' : 'plain'}
      icon={<FileInput size={17} />}
      onClick={() => files.current?.click()}
    >
      {t('import.pickFiles')}
    </Button>
  )
  return (
    <Screen
      fill
      title={t('import.title')}
      actions={
        <>
          <Button look="quiet" icon={<Globe size={17} />} onClick={() => setPast(true)}>
            {t('import.past')}
          </Button>
          <Button look="quiet" icon={<FolderIcon size={17} />} onClick={() => folder.current?.click()}>
            {t('import.pickFolder')}
          </Button>
          {items.length > 0 && pick}
          {items.length > 0 && (
            <Button look="primary" busy={busy} disabled={ready.length === 0} onClick={() => void make()}>
              {t('import.make', { count: ready.length })}
            </Button>
          )}
        </>
      }
    >
      <input
        ref={files}
        type="file"
        hidden
        multiple
        accept={importableTypes}
        data-picker="import"
        onChange={({ currentTarget }) => {
          take([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
      <FolderInput picker="import-folder" input={folder} onFiles={take} />
      <FileDrop words={t('import.dropWords')} onFiles={take}>
        {items.length === 0 ? (
          <EmptyState icon={<FileInput size={24} />} title={t('import.emptyTitle')} action={pick}>
            {t('import.emptyText')}
          </EmptyState>
        ) : (
          <div className="import-columns">
            <ImportList items={items} chosen={shown?.key ?? null} onChoose={setChosen} onRemove={remove} />
            {shown !== undefined && <ImportDetails key={shown.key} item={shown} onChange={change} />}
          </div>
        )}
      </FileDrop>
      {past && <PastDialog onClose={() => setPast(false)} />}
    </Screen>
  )
}
