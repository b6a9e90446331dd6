import type { ComparedBlock, Comparison, TextRun } from '#common/api/comparison'
import { element, escapeHtml, type Html, join, nothing, voidElement } from '#common/document/html'

/** A comparison as markup for pages that are read without Tòa Soạn; blocks that stayed are left out. */
export function comparisonHtml({ blocks, fields }: Comparison): Html {
  const changed = blocks.filter(({ change }) => change !== 'same')
  if (changed.length + fields.length === 0) return element('p', {}, escapeHtml('Không có gì thay đổi.'))
  return join([
    ...changed.map(block =>
      element('div', { class: 'compared', 'data-change': block.change }, label(block), content(block)),
    ),
    ...fields.map(field =>
      element('p', { class: 'compared' }, escapeHtml(`${field.label.vi}: `), runs(field.runs)),
    ),
  ])
}

function label(block: ComparedBlock): Html {
  return block.change === 'moved' ? element('p', { class: 'meta' }, escapeHtml('Đoạn đổi chỗ:')) : nothing
}

function content(block: ComparedBlock): Html {
  switch (block.kind) {
    case 'text':
      return element('p', {}, runs(block.runs))
    case 'table':
      return element('table', {}, element('tbody', {}, join(block.rows.map(tableRow))))
    case 'picture':
      return element(
        'figure',
        {},
        block.pictureBefore !== null && block.pictureBefore !== block.picture
          ? element('del', {}, picture(block.pictureBefore, 'Ảnh trước'))
          : nothing,
        block.picture === null ? nothing : picture(block.picture, 'Ảnh nay'),
        element('figcaption', {}, runs(block.runs)),
        details(block.details),
      )
    case 'file':
    case 'poll':
      return details(block.details)
    case 'rule':
      return voidElement('hr')
  }
}

function tableRow(row: Extract<ComparedBlock, { kind: 'table' }>['rows'][number]): Html {
  const cells = row.cells.map(cell => element(cell.header ? 'th' : 'td', {}, runs(cell.runs)))
  return element('tr', { 'data-change': row.change }, join(cells))
}

function picture(hash: string, alt: string): Html {
  return voidElement('img', { src: `/blob/${hash}`, alt })
}

function details(list: Extract<ComparedBlock, { kind: 'file' }>['details']): Html {
  return join(list.map(detail => element('p', { class: 'meta' }, runs(detail.runs))))
}

const run: Record<TextRun['change'], (text: Html) => Html> = {
  added: text => element('ins', {}, text),
  removed: text => element('del', {}, text),
  formatted: text => element('mark', {}, text),
  same: text => text,
}

function runs(list: readonly TextRun[]): Html {
  return join(list.map(({ change, text }) => run[change](escapeHtml(text))))
}
