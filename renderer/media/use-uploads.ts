import { useCallback, useState } from 'react'
import type { Media } from '#common/api/views'
import { useConnection } from '#renderer/api/wire-context.tsx'

export interface Uploads {
  /** Stores files one after the other; `each` gets what was stored and its place among them, refusals are told to the person. */
  readonly upload: (files: readonly File[], each: (media: Media, place: number) => void) => Promise<void>
  /** How many files are on their way into the store. */
  readonly pending: number
}

export function useUploads(): Uploads {
  const { wire, report } = useConnection()
  const [pending, setPending] = useState(0)
  const upload = useCallback<Uploads['upload']>(
    async (files, each) => {
      setPending(count => count + files.length)
      for (const [place, file] of files.entries()) {
        const answer = await wire.upload(file)
        setPending(count => count - 1)
        if (answer.ok) each(answer.value, place)
        else report(answer.problem, 'media.add')
      }
    },
    [wire, report],
  )
  return { upload, pending }
}
