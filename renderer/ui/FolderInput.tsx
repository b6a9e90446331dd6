import type { RefObject } from 'react'

interface Props {
  readonly input: RefObject<HTMLInputElement | null>
  readonly onFiles: (files: readonly File[]) => void
  /** Names the input among others of the page. */
  readonly picker: string
}

/** The system's own dialog for a folder; a card of a camera is one. */
export function FolderInput({ input, onFiles, picker }: Props) {
  return (
    <input
      ref={element => {
        input.current = element
        // React has no word for it.
        element?.setAttribute('webkitdirectory', '')
      }}
      type="file"
      hidden
      multiple
      data-picker={picker}
      onChange={({ currentTarget }) => {
        onFiles([...(currentTarget.files ?? [])])
        // The same folder may be chosen again.
        currentTarget.value = ''
      }}
    />
  )
}
