import './settings.css'
import { useSession } from '#renderer/api/session.tsx'
import type { Language } from '#renderer/text/catalogues.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { setTheme, type Theme, themes, useTheme } from '#renderer/ui/theme.ts'
import { RemoveSample } from './RemoveSample.tsx'
import { TypingTips } from './TypingTips.tsx'

/** "Cài đặt → Máy này": what belongs to this machine and its store. */
export function MachineSettings() {
  const { t, language, setLanguage } = useText()
  const theme = useTheme()
  const { workspace } = useSession()
  return (
    <div className="machine-settings">
      <section>
        <h2>{t('machine.look')}</h2>
        <div className="machine-choices">
          <Field label={t('machine.language')}>
            <Select<Language>
              value={language}
              options={[
                { value: 'vi', label: 'Tiếng Việt' },
                { value: 'en', label: 'English' },
              ]}
              onChange={setLanguage}
            />
          </Field>
          <Field label={t('machine.theme')}>
            <Select<Theme>
              value={theme}
              options={themes.map(value => ({ value, label: t(`theme.${value}`) }))}
              onChange={setTheme}
            />
          </Field>
        </div>
      </section>
      <TypingTips />
      {workspace.demo && <RemoveSample />}
    </div>
  )
}
