import type { Editor } from '@tiptap/react'
import { useCallback, useState } from 'react'
import type { PersonalDataDecision, PersonalDataFinding } from '#common/domain/personal-data'
import { readInput } from '../read-input.ts'
import type { Settled } from './PersonalDataDialog.tsx'

interface Question {
  readonly findings: readonly PersonalDataFinding[]
  readonly answer: (settled: Settled | null) => void
}

/** Asks what is to be done with the personal data of a draft; masks go into the text at once, as one undo step. */
export function usePersonalData(editor: Editor) {
  const [question, setQuestion] = useState<Question | null>(null)
  const decide = useCallback(
    async (findings: readonly PersonalDataFinding[]): Promise<readonly PersonalDataDecision[] | null> => {
      const settled = await new Promise<Settled | null>(answer => setQuestion({ findings, answer }))
      setQuestion(null)
      if (settled === null) return null
      maskAll(editor, settled.masked)
      return settled.kept
    },
    [editor],
  )
  return { question, decide }
}

function maskAll(editor: Editor, findings: readonly PersonalDataFinding[]): void {
  readInput(editor.view)
  const { tr } = editor.state
  for (const { from, to, text, masked } of [...findings].sort((a, b) => b.from - a.from)) {
    if (to <= tr.doc.content.size && tr.doc.textBetween(from, to, '\n', '\n') === text)
      tr.insertText(masked, from, to)
  }
  if (tr.docChanged) editor.view.dispatch(tr)
}
