export { formatInstant as localTime } from '#common/domain/vietnam-time'

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
