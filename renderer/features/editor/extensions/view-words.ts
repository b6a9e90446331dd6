import type { TextKey } from '#renderer/text/catalogues.ts'

/** What the views inside the text need from outside: words in the chosen language, and addresses of stored blobs. */
export interface ViewOptions {
  readonly word: (key: TextKey) => string
  readonly blobUrl: (hash: string) => string
}

export const bareViews: ViewOptions = { word: key => key, blobUrl: hash => `/blob/${hash}` }
