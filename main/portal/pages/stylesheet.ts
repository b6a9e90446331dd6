import { focusStep } from '#common/domain/focus-point'
import article from './styles/article.css?raw'
import base from './styles/base.css?raw'
import fonts from './styles/fonts.css?raw'
import frame from './styles/frame.css?raw'
import lists from './styles/lists.css?raw'
import narrow from './styles/narrow.css?raw'
import polls from './styles/polls.css?raw'
import print from './styles/print.css?raw'

/** The look of every page, later parts over earlier ones; fonts are asked for under `fonts/` beside it. */
export const stylesheet = [fonts, base, frame, lists, article, focusRules(), polls, narrow, print].join('\n')

/** Where a cropped picture is cropped: the approved HTML says it by classes, since it holds no style. */
function focusRules(): string {
  const shares = Array.from({ length: 100 / focusStep + 1 }, (_, index) => index * focusStep)
  return shares
    .flatMap(share => (['x', 'y'] as const).map(axis => `.focus-${axis}-${share}{--focus-${axis}:${share}%}`))
    .join('\n')
}
