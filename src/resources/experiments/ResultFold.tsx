import type { ReactNode } from 'react'

/** Props of `ResultFold`. */
export interface ResultFoldProps {
  readonly summary: string
  /** Of what is folded, to describe something by it. */
  readonly id?: string | undefined
  readonly onToggle?: (() => void) | undefined
  readonly children: ReactNode
}

/** What stands behind a disclosure. */
export const ResultFold = ({ summary, id, onToggle, children }: ResultFoldProps) => (
  <details className="qv-results-fold" onToggle={onToggle}>
    <summary className="qv-results-summary">{summary}</summary>
    <div id={id} className="qv-results-folded">
      {children}
    </div>
  </details>
)
