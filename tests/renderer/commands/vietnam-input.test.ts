import { expect, it } from 'vitest'
import { inputOfInstant, instantOfInput } from '#renderer/commands/vietnam-input.ts'

it('reads and shows Vietnam’s time, wherever the machine stands', () => {
  expect(instantOfInput('2026-11-23T07:00')).toBe('2026-11-23T00:00:00.000Z')
  expect(inputOfInstant('2026-11-22T20:30:00.000Z')).toBe('2026-11-23T03:30')
})

it('takes nothing for an incomplete or impossible entry', () => {
  expect(instantOfInput('')).toBeNull()
  expect(instantOfInput('2026-13-40T07:00')).toBeNull()
})
