import type { Extensions } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { HardBreak } from '@tiptap/extension-hard-break'
import { HorizontalRule } from '@tiptap/extension-horizontal-rule'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import { Dropcursor, Gapcursor, UndoRedo } from '@tiptap/extensions'
import type { SchemaSpec } from 'prosemirror-model'
import { markSpecs, nodeSpecs } from '#common/document/schema'
import { suggestionMarks } from '../suggestions/suggestion-marks.ts'
import { Attachment } from './attachment.ts'
import { Callout } from './callout.ts'
import { Doc } from './doc.ts'
import { Figure } from './figure.ts'
import { FigureCells } from './figure-cells.ts'
import { Gallery } from './gallery.ts'
import { Heading } from './heading.ts'
import { Headline } from './headline.ts'
import { KeepSelected } from './keep-selected.ts'
import { Lead } from './lead.ts'
import { Link } from './link.ts'
import { lists } from './lists.ts'
import { Bold, Italic, Strike, Underline } from './marks.ts'
import { MoveBlock } from './move-block.ts'
import { Placeholders } from './placeholders.ts'
import { Poll } from './poll.ts'
import { PollChoice } from './poll-choice.ts'
import { ProcedureSection } from './procedure-section.ts'
import { PullQuote } from './pull-quote.ts'
import { RuleLine } from './rule-line.ts'
import { Schedule } from './schedule.ts'
import { Subscript, Superscript } from './scripts.ts'
import { SectionKeys } from './section-keys.ts'
import { steps } from './steps.ts'
import { tables } from './tables.ts'
import { bareViews, type ViewOptions } from './view-words.ts'

/**
 * The structure of an article is common's alone: content, attributes and their checks come from here, extensions only
 * add views, parsing and keys. TipTap refuses a node or mark that one side does not have.
 */
export const articleSchemaSpec: SchemaSpec = { nodes: nodeSpecs, marks: markSpecs, topNode: 'doc' }

/** Everything an editor of articles knows, without what ties it to one draft. */
export function articleExtensions(views: ViewOptions = bareViews): Extensions {
  return [
    Doc,
    Headline,
    Lead,
    Paragraph,
    Heading,
    ...lists,
    ...steps,
    ProcedureSection,
    Blockquote,
    PullQuote,
    Callout,
    HorizontalRule.extend({ addInputRules: () => [] }),
    ...tables,
    FigureCells,
    Figure.configure(views),
    Gallery.configure(views),
    Attachment,
    Poll.configure(views),
    PollChoice,
    Schedule,
    Text,
    // Mod+Enter submits.
    HardBreak.extend({
      addKeyboardShortcuts() {
        return { 'Shift-Enter': () => this.editor.commands.setHardBreak() }
      },
    }),
    Link,
    Bold,
    Italic,
    Underline,
    Strike,
    Subscript,
    Superscript,
    ...suggestionMarks,
    SectionKeys,
    KeepSelected,
    RuleLine,
    MoveBlock,
    UndoRedo,
    Dropcursor,
    Gapcursor,
    Placeholders.configure(views),
  ]
}
