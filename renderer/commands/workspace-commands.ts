import { Keyboard, Languages, LogOut, Moon, Search, Sun, WifiOff } from 'lucide-react'
import type { Person } from '#common/api/views'
import type { Command } from './command.ts'
import { homeOf } from './paths.ts'

export const showPalette: Command = {
  id: 'view.palette',
  label: 'palette.open',
  icon: Search,
  group: 'view',
  shortcut: 'Mod+K',
  isEnabled: () => true,
  run: ({ show }) => show('palette'),
}

export const showShortcuts: Command = {
  id: 'view.shortcuts',
  label: 'shortcuts.open',
  icon: Keyboard,
  group: 'view',
  shortcut: 'F1',
  isEnabled: () => true,
  run: ({ show }) => show('shortcuts'),
}

export const chooseLight: Command = {
  id: 'view.light',
  label: 'theme.useLight',
  icon: Sun,
  group: 'view',
  isEnabled: () => true,
  run: ({ setTheme }) => setTheme('light'),
}

export const chooseDark: Command = {
  id: 'view.dark',
  label: 'theme.useDark',
  icon: Moon,
  group: 'view',
  isEnabled: () => true,
  run: ({ setTheme }) => setTheme('dark'),
}

export const speakVietnamese: Command = {
  id: 'view.vi',
  label: { vi: 'Tiếng Việt', en: 'Tiếng Việt' },
  icon: Languages,
  group: 'view',
  isEnabled: () => true,
  run: ({ setLanguage }) => setLanguage('vi'),
}

export const speakEnglish: Command = {
  id: 'view.en',
  label: { vi: 'English', en: 'English' },
  icon: Languages,
  group: 'view',
  isEnabled: () => true,
  run: ({ setLanguage }) => setLanguage('en'),
}

/** Turns "Làm việc ngoại tuyến" on or off; the queue waits without spending a try. */
export const setOffline: Command<boolean> = {
  id: 'line.offline',
  label: 'line.offlineSwitch',
  icon: WifiOff,
  group: 'publish',
  isEnabled: () => true,
  run: async ({ tell }, offline) => {
    await tell('line.setOffline', { offline })
  },
}

export const signOut: Command = {
  id: 'account.signOut',
  label: 'account.signOut',
  icon: LogOut,
  group: 'account',
  isEnabled: () => true,
  run: async ({ tell, adoptSession, navigate }) => {
    const view = await tell('session.signOut', {})
    if (view === null) return
    navigate('/')
    adoptSession(view)
  },
}

/** Sample commune: sits down as somebody else, where the work of that role begins. */
export const switchAccount: Command<Person> = {
  id: 'account.switch',
  label: 'account.switch',
  group: 'account',
  isEnabled: ({ session }, person) => person.id !== session.account.id,
  run: async ({ tell, adoptSession, navigate }, person) => {
    const view = await tell('session.signIn', { signInName: person.signInName })
    if (view === null) return
    navigate(homeOf(person.roles))
    adoptSession(view)
  },
}
