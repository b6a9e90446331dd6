import './file-drop.css'
import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { droppedFiles } from './dropped-files.ts'

interface Props {
  /** What dropping here does, shown while files are over it. */
  readonly words: string
  readonly onFiles: (files: readonly File[]) => void
  readonly children: ReactNode
}

/** A part of a screen that takes files and folders. Everything it does can be done by a button too. */
export function FileDrop({ words, onFiles, children }: Props) {
  const [over, setOver] = useState(false)
  /** Entering a child leaves its parent: only the difference says whether the pointer is outside. */
  const depth = useRef(0)
  const leave = () => {
    depth.current = 0
    setOver(false)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a target for the mouse only; the keyboard has the button that does the same
    <div
      className="file-drop"
      onDragEnter={event => {
        if (!bringsFiles(event)) return
        depth.current += 1
        setOver(true)
      }}
      onDragLeave={() => {
        depth.current -= 1
        if (depth.current <= 0) leave()
      }}
      onDragOver={event => {
        if (bringsFiles(event)) event.preventDefault()
      }}
      onDrop={event => {
        if (!bringsFiles(event)) return
        event.preventDefault()
        leave()
        void droppedFiles(event.dataTransfer).then(onFiles)
      }}
    >
      {children}
      {over && <div className="file-drop-words">{words}</div>}
    </div>
  )
}

function bringsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer.types.includes('Files')
}
