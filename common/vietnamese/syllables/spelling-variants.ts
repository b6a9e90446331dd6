const rules: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^ngh(?=[aăâoôơuư])/, ['ng']],
  [/^ng(?=[eêi])/, ['ngh']],
  [/^gh(?=[aăâoôơuư])/, ['g']],
  [/^g(?=[eê])/, ['gh']],
  [/^c(?=[eêiy])/, ['k']],
  [/^k(?=[aăâoôơuư])/, ['c']],
  [/^ku/, ['qu']],
  [/^q(?!u)/, ['qu']],
  [/uơ(?=.)/, ['ươ']],
  [/ưo/, ['ươ']],
  [/uo(?=.)/, ['ươ', 'uô']],
  [/ie(?=.)/, ['iê']],
  [/ye(?=.)/, ['yê']],
  [/^iê/, ['yê']],
  [/^(?!qu)(.+)yê/, ['$1iê']],
]

/** Toneless spellings a toneless word may have been meant as, each by one rule of the orthography. */
export function spellingVariants(base: string): string[] {
  return rules.flatMap(([pattern, replacements]) =>
    pattern.test(base) ? replacements.map(replacement => base.replace(pattern, replacement)) : [],
  )
}
