import { type Ref, useImperativeHandle, useRef } from 'react'

export interface FilePickerHandle {
  readonly pick: (what: 'pictures' | 'gallery' | 'files') => void
}

interface Props {
  readonly ref: Ref<FilePickerHandle>
  readonly onFiles: (files: readonly File[]) => void
  readonly onGallery: (files: readonly File[]) => void
}

const pictureTypes = 'image/jpeg,image/png,image/webp,image/gif'

/** The system's own dialog for files, asked for by the toolbar. */
export function FilePicker({ ref, onFiles, onGallery }: Props) {
  const pictures = useRef<HTMLInputElement>(null)
  const gallery = useRef<HTMLInputElement>(null)
  const files = useRef<HTMLInputElement>(null)
  useImperativeHandle(ref, () => ({
    pick: what => ({ pictures, gallery, files })[what].current?.click(),
  }))
  const props = (take: Props['onFiles']) => ({
    type: 'file',
    multiple: true,
    hidden: true,
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
      take([...(currentTarget.files ?? [])])
      // The same file may be chosen again.
      currentTarget.value = ''
    },
  })
  return (
    <>
      <input {...props(onFiles)} ref={pictures} accept={pictureTypes} data-picker="pictures" />
      <input {...props(onGallery)} ref={gallery} accept={pictureTypes} data-picker="gallery" />
      <input {...props(onFiles)} ref={files} data-picker="files" />
    </>
  )
}
