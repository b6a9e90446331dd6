import { z } from 'zod'

/** Steps in which a focus point is set, in percent: the portal's style sheet has a rule for each (main/portal/pages/stylesheet.ts). */
export const focusStep = 5

const share = z.int().min(0).max(100).multipleOf(focusStep)

/** The place of a picture that stays in sight where it is cropped: percent from the left and from the top. */
export const focusPoint = z.strictObject({ x: share, y: share })
export type FocusPoint = z.infer<typeof focusPoint>

/** Where a picture is cropped when nobody said. */
export const centre: FocusPoint = { x: 50, y: 50 }

/** The nearest point that can be set. */
export function nearestFocus(x: number, y: number): FocusPoint {
  const near = (value: number) => Math.min(100, Math.max(0, Math.round(value / focusStep) * focusStep))
  return { x: near(x), y: near(y) }
}

/** The point of stored data; null where there is none. */
export function readFocus(value: unknown): FocusPoint | null {
  const read = focusPoint.safeParse(value)
  return read.success ? read.data : null
}
