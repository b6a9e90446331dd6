import { lazy, Suspense } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { articleId, portalId } from '#common/domain/ids'
import { useSession } from '#renderer/api/session.tsx'
import { homeOf } from '#renderer/commands/paths.ts'
import { ArticlesScreen } from '#renderer/features/desk/ArticlesScreen.tsx'
import { DeskScreen } from '#renderer/features/desk/DeskScreen.tsx'
import { PublishingScreen } from '#renderer/features/publishing/PublishingScreen.tsx'
import { InspectionScreen } from '#renderer/features/records/InspectionScreen.tsx'
import { RecordsScreen } from '#renderer/features/records/RecordsScreen.tsx'
import { useText } from '#renderer/text/use-text.ts'
import { ScreenSpinner } from '#renderer/ui/Spinner.tsx'
import { SettingsRoutes } from './SettingsRoutes.tsx'

const EditorScreen = lazy(async () => ({
  default: (await import('#renderer/features/editor/EditorScreen.tsx')).EditorScreen,
}))
const DriftScreen = lazy(async () => ({
  default: (await import('#renderer/features/review/drift/DriftScreen.tsx')).DriftScreen,
}))
const FilesScreen = lazy(async () => ({
  default: (await import('#renderer/features/review/files/FilesScreen.tsx')).FilesScreen,
}))
const ExchangeScreen = lazy(async () => ({
  default: (await import('#renderer/features/review/files/ExchangeScreen.tsx')).ExchangeScreen,
}))
const ImportScreen = lazy(async () => ({
  default: (await import('#renderer/features/import/ImportScreen.tsx')).ImportScreen,
}))
const MediaScreen = lazy(async () => ({
  default: (await import('#renderer/features/media/MediaScreen.tsx')).MediaScreen,
}))
const ReviewScreen = lazy(async () => ({
  default: (await import('#renderer/features/review/ReviewScreen.tsx')).ReviewScreen,
}))

/** Which screen stands under which address (commands/paths.ts). */
export function Routes() {
  const { t } = useText()
  const session = useSession()
  return (
    <Suspense fallback={<ScreenSpinner label={t('ui.loading')} />}>
      <Switch>
        <Route path="/ban-viec/:counter?">{({ counter }) => <DeskScreen slug={counter} />}</Route>
        <Route path="/tin-bai">
          <ArticlesScreen />
        </Route>
        <Route path="/soan/:article">
          {({ article }) => <EditorScreen key={article} articleId={article} />}
        </Route>
        <Route path="/nhap">
          <ImportScreen />
        </Route>
        <Route path="/kho-anh">
          <MediaScreen />
        </Route>
        <Route path="/duyet/tep">
          <FilesScreen />
        </Route>
        <Route path="/duyet/tep/:exchange">{({ exchange }) => <ExchangeScreen id={exchange} />}</Route>
        <Route path="/duyet/:article?">{({ article }) => <ReviewScreen articleId={article ?? null} />}</Route>
        <Route path="/xuat-ban/doi-chieu/:portal/:article">
          {({ portal, article }) => (
            <DriftScreen portal={portalId.parse(portal)} article={articleId.parse(article)} />
          )}
        </Route>
        <Route path="/xuat-ban">
          <PublishingScreen />
        </Route>
        <Route path="/so-sach/ho-so">
          <InspectionScreen />
        </Route>
        <Route path="/so-sach">
          <RecordsScreen />
        </Route>
        <Route path="/cai-dat/:page?">{({ page }) => <SettingsRoutes page={page} />}</Route>
        <Route>
          <Redirect to={homeOf(session.account.roles)} replace />
        </Route>
      </Switch>
    </Suspense>
  )
}
