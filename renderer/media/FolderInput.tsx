import type { RefObject } from 'react'

interface Props {
  readonly input: RefObject<HTMLInputElement | null>
  readonly onFiles: (files: readonly File[]) => void
}

/** The system's own dialog for a folder; a card of a camera is one. */
export function FolderInput({ input, onFiles }: Props) {
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
      data-picker="picture-folder"
      onChange={({ currentTarget }) => {
        onFiles([...(currentTarget.files ?? [])])
        // The same folder may be chosen again.
        currentTarget.value = ''
      }}
    />
  )
}
