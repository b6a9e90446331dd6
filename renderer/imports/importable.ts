/** Documents whose text can become an article; main looks at the bytes, this only at the name. */
const documents = /\.(docx|docm|doc|rtf|odt|xlsx|xlsm|xls|ods|html?|xhtml|mht|mhtml|txt)$/i

export function isImportable({ name }: Pick<File, 'name'>): boolean {
  return documents.test(name)
}

/** For the system's dialog. */
export const importableTypes = '.docx,.docm,.doc,.rtf,.odt,.xlsx,.xlsm,.xls,.ods,.html,.htm,.mht,.mhtml,.txt'
