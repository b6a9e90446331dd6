import article from './styles/article.css?raw'
import base from './styles/base.css?raw'
import fonts from './styles/fonts.css?raw'
import frame from './styles/frame.css?raw'
import lists from './styles/lists.css?raw'
import narrow from './styles/narrow.css?raw'
import polls from './styles/polls.css?raw'
import print from './styles/print.css?raw'

/** The look of every page, later parts over earlier ones; fonts are asked for under `fonts/` beside it. */
export const stylesheet = [fonts, base, frame, lists, article, polls, narrow, print].join('\n')
