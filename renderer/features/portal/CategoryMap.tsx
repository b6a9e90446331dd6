import { Plus } from 'lucide-react'
import type { PortalView } from '#common/api/views'
import { compareVietnamese } from '#common/vietnamese/compare'
import { useAsk, useCommand } from '#renderer/api/queries.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Select } from '#renderer/ui/Select.tsx'

/** Where our categories go on a portal that has others: one row each, kept as soon as one is chosen. */
export function CategoryMap({ portal }: { readonly portal: PortalView }) {
  const { t } = useText()
  const { value } = useAsk('portals.list', {})
  const save = useCommand('portals.mapCategories')
  const add = useCommand('portals.addCategory')
  const own = new Set(portal.categories.map(({ id }) => id))
  const ours = new Map(
    (value?.portals ?? [])
      .filter(({ id }) => id !== portal.id)
      .flatMap(({ categories }) => categories)
      .filter(({ id }) => !own.has(id))
      .map(({ id, name }) => [id, name]),
  )
  if (ours.size === 0) return null
  const map = portal.categoryMap ?? {}
  const options = portal.categories.map(({ id, name }) => ({ value: id, label: name }))
  const open = [...ours.keys()].filter(id => map[id] === undefined).length
  return (
    <section className="category-map" aria-labelledby={`map-${portal.id}`}>
      <h3 id={`map-${portal.id}`}>{t('portal.map')}</h3>
      <p>{open === 0 ? t('portal.mapDone') : t('portal.mapOpen', { count: open })}</p>
      <dl>
        {[...ours]
          .toSorted(([, a], [, b]) => compareVietnamese(a, b))
          .map(([id, name]) => (
            <div key={id} data-open={map[id] === undefined || undefined}>
              <dt>{name}</dt>
              <dd>
                <Select
                  size="small"
                  label={t('portal.mapLabel', { name })}
                  placeholder={t('portal.mapChoose')}
                  value={map[id] ?? null}
                  options={options}
                  disabled={save.busy || add.busy}
                  onChange={theirs => void save.run({ portal: portal.id, map: { ...map, [id]: theirs } })}
                />
                {portal.kind === 'wordpress' && map[id] === undefined && (
                  <Button
                    size="small"
                    look="quiet"
                    icon={<Plus size={14} />}
                    aria-label={t('portal.mapAddLabel', { name })}
                    disabled={save.busy || add.busy}
                    onClick={() => void add.run({ portal: portal.id, category: id })}
                  >
                    {t('portal.mapAdd')}
                  </Button>
                )}
              </dd>
            </div>
          ))}
      </dl>
    </section>
  )
}
