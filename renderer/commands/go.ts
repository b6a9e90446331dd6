import {
  FileText,
  Images,
  LayoutList,
  type LucideIcon,
  ScrollText,
  Send,
  Settings,
  SquareCheckBig,
} from 'lucide-react'
import type { TextKey } from '#renderer/text/catalogues.ts'
import type { Command } from './command.ts'
import { paths } from './paths.ts'

function go(id: string, label: TextKey, path: string, icon: LucideIcon, shortcut: string): Command {
  return {
    id: `go.${id}`,
    label,
    icon,
    shortcut,
    group: 'go',
    isEnabled: () => true,
    run: ({ navigate }) => navigate(path),
  }
}

export const goDesk = go('desk', 'frame.desk', paths.desk, LayoutList, 'Alt+1')
export const goArticles = go('articles', 'frame.articles', paths.articles, FileText, 'Alt+2')
export const goReview = go('review', 'frame.review', paths.reviewQueue, SquareCheckBig, 'Alt+3')
export const goPublishing = go('publishing', 'frame.publishing', paths.publishing, Send, 'Alt+4')
export const goRecords: Command = {
  ...go('records', 'frame.records', paths.records, ScrollText, 'Alt+5'),
  isEnabled: ({ session }) => session.may('audit.read'),
}
export const goMedia = go('media', 'media.title', paths.media, Images, 'Alt+7')
export const goSettings = go('settings', 'frame.settings', paths.settings, Settings, 'Alt+6')
