import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

/** Files of one folder of the program itself, by path; nothing outside it. */
export interface StaticFiles {
  serve(path: string): Promise<Response>
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

export function staticFiles(folder: string): StaticFiles {
  return {
    async serve(path) {
      const file = join(folder, normalize(decode(path)))
      if (!file.startsWith(folder + sep)) return new Response('', { status: 404 })
      const mediaType = mediaTypes[extname(file)]
      if (mediaType === undefined) return new Response('', { status: 404 })
      try {
        const hashed = path.startsWith('/assets/')
        const cache = hashed ? 'public, max-age=31536000, immutable' : 'no-cache'
        return new Response(new Uint8Array(await readFile(file)), {
          headers: { 'content-type': mediaType, 'cache-control': cache },
        })
      } catch {
        return new Response('', { status: 404 })
      }
    },
  }
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return '/'
  }
}
