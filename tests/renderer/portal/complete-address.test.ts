import { expect, it } from 'vitest'
import { completeAddress } from '#renderer/features/portal/complete-address.ts'

it.each([
  ['camvan.gov.vn', 'https://camvan.gov.vn'],
  [' https://camvan.gov.vn/portal/Pages/Home.aspx?x=1 ', 'https://camvan.gov.vn'],
  ['http://127.0.0.1:7346/', 'http://127.0.0.1:7346'],
  ['http://localhost:7346', 'http://localhost:7346'],
])('completes %s', (pasted, url) => {
  expect(completeAddress(pasted)).toBe(url)
})

it.each(['', '   ', 'khong-co', 'ftp://camvan.gov.vn', 'https://', 'xã cẩm vân'])(
  'takes “%s” for no address',
  pasted => {
    expect(completeAddress(pasted)).toBeNull()
  },
)
