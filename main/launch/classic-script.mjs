// @ts-check
import { build } from 'vite'

const query = '?classic-script'

/**
 * `import script from './page?classic-script'`: the module and what it imports as one classic script for a page that is
 * opened from the disk, where no module loads. Its text becomes part of the bundle.
 * @returns {import('vite').Plugin}
 */
export function classicScript() {
  return {
    name: 'classic-script',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!source.endsWith(query)) return null
      const found = await this.resolve(source.slice(0, -query.length), importer)
      return found === null ? null : `\0${found.id}${query}`
    },
    async load(id) {
      if (!id.endsWith(query)) return null
      const entry = id.slice(1, -query.length)
      this.addWatchFile(entry)
      const made = await build({
        configFile: false,
        logLevel: 'silent',
        build: {
          write: false,
          // The last browsers of Windows 7, and everything since.
          target: 'chrome87',
          lib: { entry, formats: ['iife'], name: 'toaSoanPage' },
        },
      })
      const [output] = Array.isArray(made) ? made : [made]
      const code = output !== undefined && 'output' in output ? output.output[0].code : ''
      return `export default ${JSON.stringify(code)}`
    },
  }
}
