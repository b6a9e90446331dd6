import { describe, expect, it } from 'vitest'
import { typedKeys } from '#common/vietnamese/syllables/typed-keys'

describe('the keys of a typing tool that stayed letters', () => {
  it.each([
    ['dduwowcj', 'được'],
    ['nawmf', 'nằm'],
    ['lafm', 'làm'],
    ['đươjc', 'được'],
    ['moosc', 'mốc'],
    ['ngoaif', 'ngoài'],
    ['ddồng', 'đồng'],
    ['đaay', 'đây'],
    ['truowngf', 'trường'],
    ['ho65i', 'hội'],
    ['d9u7o75c', 'được'],
    ['ca3i', 'cải'],
  ])('%s was to be %s', (keys, syllable) => {
    expect(typedKeys(keys)).toBe(syllable)
  })

  it.each(['được', 'hội', 'test', 'list', 'zalo', 'h2o', 'covid19', 'khônng'])('%s is none', word => {
    expect(typedKeys(word)).toBeNull()
  })
})
