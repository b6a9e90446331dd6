import { Download } from 'lucide-react'
import { useState } from 'react'
import type { HandFile } from '#common/api/hand-sheet'
import { useText } from '#renderer/text/use-text.ts'
import { formatBytes } from '#renderer/ui/bytes.ts'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'

/** Pictures and files to upload, each ticked off; under their names they are found again on the page. */
export function HandFiles({ files }: { readonly files: readonly HandFile[] }) {
  const { t, language } = useText()
  const [done, setDone] = useState<ReadonlySet<string>>(new Set())
  const tick = (hash: string, isDone: boolean) =>
    setDone(before => {
      const next = new Set(before)
      if (isDone) next.add(hash)
      else next.delete(hash)
      return next
    })
  return (
    <section className="hand-files">
      <h3>{t('hand.files', { done: done.size, total: files.length })}</h3>
      <p className="quiet">{t('hand.filesText')}</p>
      <ul>
        {files.map(({ hash, name, label, sizeBytes }) => (
          <li key={hash}>
            <Checkbox checked={done.has(hash)} onChange={isDone => tick(hash, isDone)}>
              {label === '' ? name : label}
            </Checkbox>
            <a href={`/blob/${hash}`} download={name}>
              <Download size={15} aria-hidden="true" /> {name} ({formatBytes(sizeBytes, language)})
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
