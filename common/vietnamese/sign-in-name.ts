import { slug } from './slug'

/** `Nguyễn Thị Lan` → `nguyen.thi.lan`, what a new account's sign-in name starts as; empty for an empty name. */
export function suggestSignInName(name: string): string {
  return name.trim() === '' ? '' : slug(name).replaceAll('-', '.').slice(0, 40)
}
