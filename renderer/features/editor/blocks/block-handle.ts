import { Extension } from '@tiptap/core'
import { NodeSelection, Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import './block-handle.css'
import { bareViews, type ViewOptions } from '../extensions/view-words.ts'

/** How far above or below a block the mouse still means it. */
const reachPixels = 10
/** Height of the handle in its style sheet; beside a lower block it stands in the middle. */
const handlePixels = 26

/** A handle beside the block under the mouse: a click selects the block, dragging carries it. By keyboard: Alt+↑, Alt+↓. */
export const BlockHandle = Extension.create<ViewOptions>({
  name: 'blockHandle',
  addOptions: () => bareViews,
  addProseMirrorPlugins() {
    const label = this.options.word('editor.block.handle')
    return [new Plugin({ view: view => createHandle(view, label) })]
  },
})

function createHandle(view: EditorView, label: string) {
  const handle = document.createElement('div')
  handle.className = 'block-handle'
  handle.draggable = true
  handle.title = label
  handle.hidden = true
  // The keyboard has its own way, and a screen reader nothing to do here.
  handle.ariaHidden = 'true'
  let block: HTMLElement | null = null

  const show = (event: MouseEvent) => {
    // The browser tells of the mouse after every layout, so after every key, also where it lies still.
    // On the handle itself it is still about the block that it stands beside.
    if ((event.movementX === 0 && event.movementY === 0) || event.target === handle) return
    block = view.editable ? bodyBlockAt(view, event.clientY) : null
    handle.hidden = block === null
    if (block !== null) place(block)
  }
  const hide = () => {
    if (!handle.hidden) handle.hidden = true
  }
  const place = (beside: HTMLElement) => {
    const { top, left, height } = beside.getBoundingClientRect()
    const centred = Math.min((height - handlePixels) / 2, 0)
    const sheet = view.dom.getBoundingClientRect()
    handle.style.top = `${top - sheet.top + view.dom.offsetTop + centred}px`
    // Beside what it carries: a step stands further in than the text.
    handle.style.left = `${Math.max(left - sheet.left, 0) + view.dom.offsetLeft - 26}px`
  }
  const select = (): NodeSelection | null => {
    const start = block === null ? null : positionOf(view, block)
    if (start === null || view.composing) return null
    const selection = NodeSelection.create(view.state.doc, start)
    view.dispatch(view.state.tr.setSelection(selection))
    return selection
  }
  handle.addEventListener('click', () => {
    select()
    view.focus()
  })
  handle.addEventListener('dragstart', event => {
    const selection = select()
    if (selection === null || event.dataTransfer === null || block === null) {
      event.preventDefault()
      return
    }
    const slice = selection.content()
    const { dom, text } = view.serializeForClipboard(slice)
    event.dataTransfer.setData('text/html', dom.innerHTML)
    event.dataTransfer.setData('text/plain', text)
    event.dataTransfer.effectAllowed = 'copyMove'
    event.dataTransfer.setDragImage(block, 0, 0)
    view.dragging = { slice, move: true }
  })
  handle.addEventListener('dragend', () => {
    view.dragging = null
  })

  const page = view.dom.parentElement
  const surroundings = page?.parentElement ?? page
  page?.append(handle)
  surroundings?.addEventListener('mousemove', show)
  surroundings?.addEventListener('mouseleave', hide)
  view.dom.addEventListener('keydown', hide)
  return {
    destroy: () => {
      handle.remove()
      surroundings?.removeEventListener('mousemove', show)
      surroundings?.removeEventListener('mouseleave', hide)
      view.dom.removeEventListener('keydown', hide)
    },
  }
}

/** Headline and lead stay where they are. Within parts of a procedure and steps it is the block there. */
function bodyBlockAt(view: EditorView, y: number): HTMLElement | null {
  let found = blockAt(Array.from(view.dom.children).slice(2), y)
  for (let inner = found; inner !== null; inner = blockAt(Array.from(inner.children), y)) {
    const flow = inner.querySelector(':scope > div')
    if (inner.matches('section.procedure-section-view') && flow instanceof HTMLElement) inner = flow
    else if (!inner.matches('ol[data-steps]')) break
    found = blockAt(Array.from(inner.children), y) ?? found
  }
  return found
}

/** The block at this height; between two, or beside a line as thin as a rule, the nearer one. */
function blockAt(blocks: readonly Element[], y: number): HTMLElement | null {
  const [nearest] = blocks
    .filter(block => block instanceof HTMLElement)
    .map(block => ({ block, distance: distanceOf(block.getBoundingClientRect(), y) }))
    .filter(({ distance }) => distance <= reachPixels)
    .sort((a, b) => a.distance - b.distance)
  return nearest?.block ?? null
}

function distanceOf({ top, bottom }: DOMRect, y: number): number {
  return Math.max(top - y, y - bottom, 0)
}

/** Where the node begins that is drawn as this element. */
function positionOf(view: EditorView, element: HTMLElement): number | null {
  const $inside = view.state.doc.resolve(view.posAtDOM(element, 0))
  if (view.nodeDOM($inside.pos) === element) return $inside.pos
  for (let depth = $inside.depth; depth > 0; depth -= 1)
    if (view.nodeDOM($inside.before(depth)) === element) return $inside.before(depth)
  return null
}
