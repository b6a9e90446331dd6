/** Questions a command may ask before it acts. Each resolves to null or false when the person leaves it. */
export interface Asker {
  confirm(question: Question): Promise<boolean>
  text(question: Question & { readonly label: string; readonly hint?: string }): Promise<string | null>
  /** A moment in the future, entered in Vietnam's time. */
  instant(question: Question & { readonly label: string }): Promise<string | null>
  /** A folder of this machine, and whether one zip is wanted; `act` is told of it and stays on the screen until it is done. */
  export(question: Question, act: (folder: string, zip: boolean) => Promise<boolean>): void
}

export interface Question {
  readonly title: string
  readonly description?: string
  /** The words on the button that acts. */
  readonly action: string
  readonly danger?: boolean
}
