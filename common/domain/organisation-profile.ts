import { z } from 'zod'

const line = z.string().trim().max(200)

/** What the organisation is called and where it is, for templates. Empty: not filled in. */
export const organisationProfile = z.strictObject({
  /** `xã Trúc Thủy` */
  commune: line,
  /** `Lam Giang` */
  province: line,
  /** `Ủy ban nhân dân xã Trúc Thủy` */
  office: line,
  /** Name of the chairperson. */
  chair: line,
  address: line,
  telephone: line,
  email: line,
})
export type OrganisationProfile = z.infer<typeof organisationProfile>

export const emptyProfile: OrganisationProfile = {
  ...{ commune: '', province: '', office: '', chair: '' },
  ...{ address: '', telephone: '', email: '' },
}
