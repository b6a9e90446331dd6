import type { Editor } from '@tiptap/core'
import type { Node } from 'prosemirror-model'
import { NodeSelection } from 'prosemirror-state'
import { type RefObject, useCallback, useMemo, useRef, useState } from 'react'
import type { LibraryMedia } from '#common/api/media-operations'
import type { Media } from '#common/api/views'
import { galleryPictures } from '#common/document/validators'
import { repairFileName } from '#common/vietnamese/encodings/repair-file-name'
import { isImportable } from '#renderer/imports/importable.ts'
import { figureOf } from '#renderer/media/figure-of.ts'
import { useUploads } from '#renderer/media/use-uploads.ts'
import { useText } from '#renderer/text/use-text.ts'
import { complain, say } from '#renderer/ui/toasts.ts'
import { insertBlock } from './insert-block.ts'
import { partControlId } from './toolbar/PartAttribute.tsx'

export interface Asked {
  readonly file: File
  readonly position: number | null
}

export type FilesDropped = (files: readonly File[], position: number | null) => void

export interface FileIntake {
  readonly add: FilesDropped
  /** Pictures as one gallery at the cursor; what is no picture follows it. */
  readonly addGallery: (files: readonly File[]) => void
  /** Pictures of the library, at the cursor, with the words they were last given. */
  readonly insert: (pictures: readonly LibraryMedia[]) => void
  /** Stores pictures of a paste; null for each that could not be. */
  readonly store: (files: readonly File[]) => Promise<readonly (Media | null)[]>
  /** Files that fell on the text: a document may bring its words instead of itself. */
  readonly drop: FilesDropped
  /** A dropped document that waits for an answer. */
  readonly asked: Asked | null
  readonly answer: () => void
  /** How many files are on their way into the store. */
  readonly pending: number
  /** The editor they go into; set by the screen once it exists. */
  readonly editor: RefObject<Editor | null>
}

/** Stores files one after the other and puts each into the text as soon as it is stored. */
export function useFiles(): FileIntake {
  const { t } = useText()
  const editor = useRef<Editor | null>(null)
  const { upload, pending } = useUploads()
  const takeIn = useCallback(
    async (files: readonly File[], each: (media: Media, place: number) => void) => {
      const named = files.map(withReadableName)
      for (const [place, { name }] of named.entries())
        if (name !== files[place]?.name.normalize('NFC')) say(t('editor.encoding.fileName', { name }))
      await upload(named, each)
    },
    [upload, t],
  )
  const add = useCallback<FilesDropped>(
    (files, position) => {
      const target = editor.current
      if (target === null) return
      const place = followPosition(target, position ?? placeOfCursor(target))
      void takeIn(files, media => {
        if (!target.isDestroyed) place.moveTo(insertMedia(target, place.now(), media))
      }).then(() => {
        place.stop()
        askForDescription()
      })
    },
    [takeIn],
  )
  const addGallery = useCallback(
    (files: readonly File[]) => {
      const target = editor.current
      if (target === null) return
      const place = followPosition(target, placeOfCursor(target))
      const taken = files.slice(0, galleryPictures.most)
      if (taken.length < files.length)
        complain(t('editor.gallery.tooMany', { count: files.length - taken.length }))
      const found: Media[] = []
      void takeIn(taken, media => found.push(media)).then(() => {
        if (!target.isDestroyed) insertGallery(target, place.now(), found)
        place.stop()
        askForDescription()
      })
    },
    [takeIn, t],
  )
  const insert = useCallback((pictures: readonly LibraryMedia[]) => {
    const target = editor.current
    if (target === null) return
    let place = placeOfCursor(target)
    for (const picture of pictures) {
      const node = target.schema.nodes.figure?.create(figureOf(picture))
      if (node !== undefined) place = insertBlock(target, place, node)
    }
    // The last one is selected.
    if (pictures.at(-1)?.alt === '') askForDescription()
    else target.view.focus()
  }, [])
  const store = useCallback(
    async (files: readonly File[]) => {
      const found: (Media | null)[] = files.map(() => null)
      await takeIn(files, (media, place) => {
        found[place] = media
      })
      return found
    },
    [takeIn],
  )
  const [waiting, setWaiting] = useState<readonly Asked[]>([])
  const drop = useCallback<FilesDropped>(
    (files, position) => {
      const documents = files.filter(isImportable)
      setWaiting(before => [...before, ...documents.map(file => ({ file, position }))])
      const others = files.filter(file => !isImportable(file))
      if (others.length > 0) add(others, position)
    },
    [add],
  )
  const answer = useCallback(() => setWaiting(before => before.slice(1)), [])
  const asked = waiting[0] ?? null
  return useMemo(
    () => ({ add, addGallery, insert, store, drop, asked, answer, pending, editor }),
    [add, addGallery, insert, store, drop, asked, answer, pending],
  )
}

/** The same file under a name in Unicode; the file on the machine is not touched. */
function withReadableName(file: File): File {
  const name = repairFileName(file.name)
  return name === file.name
    ? file
    : new File([file], name, { type: file.type, lastModified: file.lastModified })
}

/** A picture waits for its description. */
function askForDescription(): void {
  requestAnimationFrame(() => document.getElementById(partControlId('alt'))?.focus())
}

/** Where the next block goes: below the cursor's, into a gallery that is selected as a whole. */
function placeOfCursor({ state: { selection } }: Editor): number {
  const inGallery = selection instanceof NodeSelection && selection.node.type.name === 'gallery'
  return inGallery ? selection.to - 1 : selection.to
}

function insertMedia(editor: Editor, position: number, media: Media): number {
  const node = nodeOf(editor, media)
  return node === null ? position : insertBlock(editor, position, node)
}

/** One picture alone is no gallery. */
function insertGallery(editor: Editor, position: number, found: readonly Media[]): void {
  const nodes = found.flatMap(media => nodeOf(editor, media) ?? [])
  const pictures = nodes.filter(({ type }) => type.name === 'figure')
  const gallery = pictures.length < galleryPictures.least ? null : editor.schema.nodes.gallery
  const others = gallery == null ? nodes : nodes.filter(({ type }) => type.name !== 'figure')
  let place = position
  if (gallery != null) place = insertBlock(editor, place, gallery.create(null, pictures))
  for (const node of others) place = insertBlock(editor, place, node)
}

function nodeOf(editor: Editor, media: Media): Node | null {
  const { figure, attachment } = editor.schema.nodes
  const { hash, fileName, mediaType, sizeBytes, width, height } = media
  return (
    (mediaType.startsWith('image/')
      ? figure?.create({ image: hash, width, height })
      : attachment?.create({ file: hash, fileName, mediaType, sizeBytes })) ?? null
  )
}

/** A place in the text that stays where it was while others type. */
function followPosition(editor: Editor, start: number) {
  let position = start
  const follow = ({ transaction }: { transaction: { mapping: { map(position: number): number } } }) => {
    position = transaction.mapping.map(position)
  }
  editor.on('transaction', follow)
  return {
    now: () => position,
    moveTo: (next: number) => {
      position = next
    },
    stop: () => editor.off('transaction', follow),
  }
}
