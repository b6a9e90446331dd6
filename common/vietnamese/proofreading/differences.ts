/** 1: one letter put in, left out or replaced, or two neighbours swapped; 2 stands for more. */
export function differences(a: readonly string[], b: readonly string[]): 0 | 1 | 2 {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end += 1
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  if (left.length === 0 && right.length === 0) return 0
  if (left.length <= 1 && right.length <= 1) return 1
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0] ? 1 : 2
}
