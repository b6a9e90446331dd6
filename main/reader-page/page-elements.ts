export function element(tag: string, className = ''): HTMLElement {
  const made = document.createElement(tag)
  if (className !== '') made.className = className
  return made
}

export function text(tag: string, className: string, content: string): HTMLElement {
  const made = element(tag, className)
  made.textContent = content
  return made
}

/** `22/11/2026 10:32` in Vietnam, which keeps UTC+7. */
export function localTime(at: string): string {
  const time = new Date(Date.parse(at) + 7 * 3_600_000).toISOString()
  return `${time.slice(8, 10)}/${time.slice(5, 7)}/${time.slice(0, 4)} ${time.slice(11, 16)}`
}
