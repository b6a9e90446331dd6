import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import problemsEn from '#common/api/problems/en.json'
import { problemParameters } from '#common/api/problems/problem'
import problemsVi from '#common/api/problems/vi.json'
import en from '#renderer/text/en.json'
import vi from '#renderer/text/vi.json'

/** `articles.pushed_one` and `articles.pushed_other` are one text. */
const plural = /_(zero|one|two|few|many|other)$/
const textsOf = (catalogue: object) => [
  ...new Set(Object.keys(catalogue).map(key => key.replace(plural, ''))),
]

const sources = readdirSync('renderer', { recursive: true, encoding: 'utf8' })
  .filter(path => /\.tsx?$/.test(path))
  .map(path => readFileSync(join('renderer', path), 'utf8'))
  .join('\n')
const literals = new Set(sources.match(/(?<=['"`])[a-z][\w-]*(\.[\w-]+)+(?=['"`])/gi))
/** What stands before `${` in a template: `chips.${chip}` names every key that begins with `chips.`. */
const prefixes = [...new Set(sources.match(/(?<=`)[a-z][\w-]*\.([\w-]+\.)*(?=\$\{)/gi))]

describe('the catalogues', () => {
  it('say the same things in Vietnamese and English', () => {
    expect(textsOf(en).sort()).toEqual(textsOf(vi).sort())
  })

  it('fill in the same parameters', () => {
    const parameters = (text: string) => [...new Set(text.match(/\{\{\w+(, \w+)?\}\}/g))].sort()
    for (const [key, text] of Object.entries(vi)) {
      const english = (en as Record<string, string>)[key]
      if (english !== undefined) expect(parameters(english), key).toEqual(parameters(text))
    }
  })

  it('have every plural that the language needs', () => {
    for (const [language, catalogue] of Object.entries({ vi, en })) {
      const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories
      const plurals = Object.keys(catalogue).filter(key => plural.test(key))
      for (const key of plurals) {
        for (const category of categories) {
          expect(catalogue, `${language}: ${key}`).toHaveProperty([key.replace(plural, `_${category}`)])
        }
      }
    }
  })

  it('hold no empty text and no text that nobody asks for', () => {
    expect(Object.entries({ ...vi, ...en }).filter(([, text]) => text.trim() === '')).toEqual([])
    const unused = textsOf(vi).filter(
      key => !literals.has(key) && !prefixes.some(prefix => key.startsWith(prefix)),
    )
    expect(unused).toEqual([])
  })
})

describe('the words of problems', () => {
  it('are there for every code in both languages, and for nothing else', () => {
    const codes = Object.keys(problemParameters).sort()
    expect(Object.keys(problemsVi).sort()).toEqual(codes)
    expect(Object.keys(problemsEn).sort()).toEqual(codes)
  })

  it('use only parameters the problem has', () => {
    for (const [code, schema] of Object.entries(problemParameters)) {
      for (const catalogue of [problemsVi, problemsEn] as Record<string, string>[]) {
        const used = [...(catalogue[code] ?? '').matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1] ?? '')
        for (const parameter of used) expect(Object.keys(schema.shape), code).toContain(parameter)
      }
    }
  })
})
