import './line-bar.css'
import { Moon, Search, Sun } from 'lucide-react'
import { useAsk } from '#renderer/api/queries.ts'
import { useWireState } from '#renderer/api/wire-context.tsx'
import { useCommandContext } from '#renderer/commands/context.tsx'
import { setOffline, showPalette } from '#renderer/commands/workspace-commands.ts'
import { useText } from '#renderer/text/use-text.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { ShortcutKeys } from '#renderer/ui/ShortcutKeys.tsx'
import { Switch } from '#renderer/ui/Switch.tsx'
import { useTheme } from '#renderer/ui/theme.ts'
import { LineSentence } from './LineSentence.tsx'
import { StoreBadge } from './StoreBadge.tsx'

/** Bottom of the frame: the true state of the line, its switch, search, language and theme. */
export function LineBar() {
  const { t, language } = useText()
  const context = useCommandContext()
  const theme = useTheme()
  const { value: line } = useAsk('line.read', {})
  const wire = useWireState()
  const dark = theme === 'dark' || (theme === 'system' && document.documentElement.dataset.theme === 'dark')
  const other = language === 'vi' ? 'en' : 'vi'
  return (
    <footer className="line-bar">
      {line !== undefined && wire === 'open' && (
        <>
          <LineSentence line={line} />
          <Switch
            checked={line.kind === 'offline'}
            disabled={line.kind === 'no-portal'}
            onChange={offline => void setOffline.run(context, offline)}
          >
            {t('line.offlineSwitch')}
          </Switch>
        </>
      )}
      <span className="line-bar-gap" />
      <StoreBadge />
      <button
        type="button"
        className="line-bar-search"
        title={t('palette.open')}
        onClick={() => void showPalette.run(context)}
      >
        <Search size={14} aria-hidden="true" />
        <span>{t('palette.open')}</span>
        <ShortcutKeys keys={showPalette.shortcut ?? ''} />
      </button>
      <button
        type="button"
        className="line-bar-language"
        aria-label={t('language.switch')}
        onClick={() => context.setLanguage(other)}
      >
        <span data-on={language === 'vi' || undefined}>VI</span>{' '}
        <span data-on={language === 'en' || undefined}>EN</span>
      </button>
      <IconButton
        size="small"
        label={t(dark ? 'theme.useLight' : 'theme.useDark')}
        icon={dark ? <Sun size={16} /> : <Moon size={16} />}
        onClick={() => context.setTheme(dark ? 'light' : 'dark')}
      />
    </footer>
  )
}
