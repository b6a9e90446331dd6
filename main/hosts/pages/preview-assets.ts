import { fonts } from '#main/portal/pages/fonts'
import { stylesheet } from '#main/portal/pages/stylesheet'
import type { StaticFiles } from './static-files'

/** The portal's own stylesheet and fonts, so that a preview looks like what readers get. */
export const previewAssets: StaticFiles = {
  async serve(path) {
    if (path === '/style.css')
      return new Response(stylesheet, { headers: { 'content-type': 'text/css; charset=utf-8' } })
    const font = fonts.get(path.replace('/fonts/', ''))
    if (font === undefined) return new Response('', { status: 404 })
    return new Response(font, {
      headers: { 'content-type': 'font/woff2', 'cache-control': 'private, max-age=86400' },
    })
  },
}
