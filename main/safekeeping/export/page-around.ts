import { escapeHtml } from '#common/document/html'

/** A page any browser opens from a folder, around the article's own HTML; nothing comes from a network. */
export function pageAround(title: string, article: string): string {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${article}
</body>
</html>
`
}

const style = `
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1.05rem/1.65 'Be Vietnam Pro', 'Segoe UI', Arial, sans-serif; color: #1c1c1c; background: #fff }
h1 { line-height: 1.25 } .lead { font-weight: 600 } img { max-width: 100%; height: auto }
figure { margin: 1.5rem 0 } figcaption { color: #555; font-size: .92rem }
table { border-collapse: collapse } td, th { border: 1px solid #999; padding: .3rem .6rem } .table { overflow-x: auto }
blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 3px solid #999 } .byline { text-align: right; font-weight: 600 }
`
