import './tabs.css'
import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'

export interface Tab<Value extends string> {
  readonly value: Value
  readonly label: ReactNode
  /** A small number after the label; 0 shows nothing. */
  readonly count?: number
  readonly panel: ReactNode
}

interface Props<Value extends string> {
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly tabs: readonly Tab<Value>[]
  readonly label: string
  /** Panels that are hidden stay mounted, to keep what they loaded or somebody typed. */
  readonly keepMounted?: boolean
}

export function Tabs<Value extends string>({
  value,
  onChange,
  tabs,
  label,
  keepMounted = false,
}: Props<Value>) {
  return (
    <Base.Root className="tabs" value={value} onValueChange={onChange}>
      <Base.List className="tabs-list" aria-label={label} activateOnFocus>
        {tabs.map(tab => (
          <Base.Tab key={tab.value} value={tab.value} className="tab">
            <span className="tab-label">{tab.label}</span>
            {tab.count !== undefined && tab.count > 0 && (
              <span className="tab-count numbers">{tab.count}</span>
            )}
          </Base.Tab>
        ))}
        <Base.Indicator className="tab-indicator" />
      </Base.List>
      {tabs.map(tab => (
        <Base.Panel key={tab.value} value={tab.value} className="tab-panel" keepMounted={keepMounted}>
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  )
}
