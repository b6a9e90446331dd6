import { findPersonalData } from '#common/vietnamese/personal-data/find-personal-data'

/** What is read of a PDF: its words for search, and how many numbers of persons stand in them. */
export interface PdfText {
  readonly text: string
  readonly pages: number
  readonly personalData: number
}

/** Null for a file without words (a scan, a locked or damaged one): it is kept and published as it is all the same. */
export type ReadPdfText = (bytes: Uint8Array) => Promise<PdfText | null>

/** A budget of a commune has 40 pages; what stands behind these is neither found nor checked. */
const most = { pages: 400, characters: 400_000 } as const

/** What no document for everybody says of a person; names, telephones and addresses of offices do stand in them. */
const grave = new Set(['identity-number', 'bank-account', 'insurance-code', 'health'])

/** Reads words only: nothing is drawn, no script of the file runs, no font is loaded. */
export const readPdfText: ReadPdfText = async bytes => {
  const { getDocumentProxy } = await import('unpdf')
  try {
    // The reader takes the bytes with it.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
    try {
      const texts: string[] = []
      let characters = 0
      for (let number = 1; number <= Math.min(pdf.numPages, most.pages); number += 1) {
        const page = await pdf.getPage(number)
        const { items } = await page.getTextContent()
        page.cleanup()
        const text = items.map(item => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
        texts.push(text.normalize('NFC'))
        characters += text.length
        if (characters > most.characters) break
      }
      const text = texts.join('\n').slice(0, most.characters).trim()
      if (!/\p{L}/u.test(text)) return null
      return { text, pages: pdf.numPages, personalData: countPersons(texts) }
    } finally {
      await pdf.loadingTask.destroy()
    }
  } catch {
    return null
  }
}

function countPersons(texts: readonly string[]): number {
  const blocks = texts.map(text => ({ text, column: null }))
  const found = findPersonalData(blocks, []).filter(({ kind }) => grave.has(kind))
  return new Set(found.map(({ text }) => text)).size
}
