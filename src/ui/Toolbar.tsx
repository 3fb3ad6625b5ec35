'use client'
import { useState, type ReactNode } from 'react'
import { toolbar } from '../i18n/en/toolbar.ts'
import { createUseTexts } from '../i18n/useTexts.ts'

const useToolbarTexts = /* @__PURE__ */ createUseTexts(toolbar)

/** Props of `Toolbar`. */
export interface ToolbarProps {
  /** What the controls are for, for screen readers; "Question" unless given. */
  readonly label?: string
  /** The few controls that are used most, always in view. */
  readonly children: ReactNode
  /** The others as `ToolbarGroup`s, folded away until they are asked for; drawn once pointer or focus have come to the fold. What loads late belongs here: nothing below moves when it comes. */
  readonly more?: ReactNode
  /** How many of the folded ones are not as at first; the fold says so. */
  readonly changed?: number
}

/** The controls of a panel: a few in view, the rest behind one disclosure. */
export function Toolbar({ label, children, more, changed = 0 }: ToolbarProps) {
  const { t, format } = useToolbarTexts()
  const [isNear, setNear] = useState(false)
  const comeNear = () => setNear(true)
  return (
    <fieldset className="qv-toolbar" aria-label={label ?? t('toolbar.label')}>
      <div className="qv-toolbar-fields">{children}</div>
      {more && (
        <details className="qv-more" onToggle={comeNear}>
          <summary className="qv-more-summary" onPointerEnter={comeNear} onFocus={comeNear}>
            {t('toolbar.more')}
            {changed > 0 && (
              <span className="qv-more-count">
                {t('toolbar.more.changed', { count: changed, n: format.count(changed) })}
              </span>
            )}
          </summary>
          <div className="qv-more-groups">{isNear && more}</div>
        </details>
      )}
    </fieldset>
  )
}

/** Props of `ToolbarGroup`. */
export interface ToolbarGroupProps {
  readonly label: string
  readonly children: ReactNode
}

/** Folded controls that belong together. */
export function ToolbarGroup({ label, children }: ToolbarGroupProps) {
  return (
    <fieldset className="qv-more-group">
      <legend className="qv-more-legend">{label}</legend>
      <div className="qv-toolbar-fields">{children}</div>
    </fieldset>
  )
}
