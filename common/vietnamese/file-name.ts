import { slug } from './slug'

const longestEnding = 10

/** `Quyết định 15 (sửa).PDF` → `quyet-dinh-15-sua.pdf`: a name every server, mail and old machine keeps as it is. */
export function plainFileName(fileName: string): string {
  const dot = fileName.lastIndexOf('.')
  const ending = dot < 1 ? '' : fileName.slice(dot + 1).toLowerCase()
  const isEnding = /^[a-z0-9]+$/.test(ending) && ending.length <= longestEnding
  return isEnding ? `${slug(fileName.slice(0, dot))}.${ending}` : slug(fileName)
}
