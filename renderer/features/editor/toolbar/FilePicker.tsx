import { type Ref, useImperativeHandle, useRef } from 'react'

export interface FilePickerHandle {
  readonly pick: (what: 'pictures' | 'files') => void
}

interface Props {
  readonly ref: Ref<FilePickerHandle>
  readonly onFiles: (files: readonly File[]) => void
}

/** The system's own dialog for files, asked for by the toolbar. */
export function FilePicker({ ref, onFiles }: Props) {
  const pictures = useRef<HTMLInputElement>(null)
  const files = useRef<HTMLInputElement>(null)
  useImperativeHandle(ref, () => ({
    pick: what => (what === 'pictures' ? pictures : files).current?.click(),
  }))
  const props = {
    type: 'file',
    multiple: true,
    hidden: true,
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
      onFiles([...(currentTarget.files ?? [])])
      // The same file may be chosen again.
      currentTarget.value = ''
    },
  }
  return (
    <>
      <input
        {...props}
        ref={pictures}
        accept="image/jpeg,image/png,image/webp,image/gif"
        data-picker="pictures"
      />
      <input {...props} ref={files} data-picker="files" />
    </>
  )
}
