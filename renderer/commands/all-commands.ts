import type { Command } from './command.ts'
import { createCommands, createNews, importFiles } from './create.ts'
import { goArticles, goDesk, goMedia, goPublishing, goRecords, goReview, goSettings } from './go.ts'
import {
  chooseDark,
  chooseLight,
  showPalette,
  showShortcuts,
  signOut,
  speakEnglish,
  speakVietnamese,
} from './workspace-commands.ts'

/** Every command that needs no target, in the order of the palette. */
export const allCommands: readonly Command[] = [
  createNews,
  ...createCommands.slice(1).map(({ command }) => command),
  importFiles,
  goDesk,
  goArticles,
  goReview,
  goPublishing,
  goRecords,
  goMedia,
  goSettings,
  showPalette,
  showShortcuts,
  chooseLight,
  chooseDark,
  speakVietnamese,
  speakEnglish,
  signOut,
]
