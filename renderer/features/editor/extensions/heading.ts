import { Heading as Base } from '@tiptap/extension-heading'

const levels = [2, 3, 4] as const

/** The headline is level 1, so the text has 2 to 4; pasted headings of other levels become the nearest. */
export const Heading = Base.extend({
  parseHTML: () =>
    [1, 2, 3, 4, 5, 6].map(level => ({
      tag: `h${level}`,
      attrs: { level: Math.min(Math.max(level, 2), 4) },
    })),
}).configure({ levels: [...levels] })
