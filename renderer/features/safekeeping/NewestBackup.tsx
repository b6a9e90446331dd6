import type { SafekeepingView } from '#common/api/safekeeping'
import { useText } from '#renderer/text/use-text.ts'
import { useMoment } from '#renderer/ui/use-moment.ts'

/** The newest copy that is known to be whole, for whoever has to go back to it. */
export function NewestBackup({ last }: { readonly last: SafekeepingView['backup']['last'] }) {
  const { t } = useText()
  const moment = useMoment()
  if (last === null) return <p>{t('safekeeping.noGoodCopy')}</p>
  return <p>{t('safekeeping.goodCopy', { at: moment(last.at), folder: last.folder })}</p>
}
