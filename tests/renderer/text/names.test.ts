import { describe, expect, it } from 'vitest'
import { suggestSignInName } from '#common/vietnamese/sign-in-name'
import { initialsOf } from '#renderer/ui/Avatar.tsx'

describe('names', () => {
  it('suggest a sign-in name without marks', () => {
    expect(suggestSignInName('Nguyễn Thị Ánh Dương')).toBe('nguyen.thi.anh.duong')
    expect(suggestSignInName('  ')).toBe('')
  })

  it('give initials of family and given name', () => {
    expect(initialsOf('Đỗ Đức Thắng')).toBe('ĐT')
    expect(initialsOf('  Lan ')).toBe('L')
    expect(initialsOf('')).toBe('')
  })
})
