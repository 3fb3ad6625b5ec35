import type { ReactNode } from 'react'

/** Props of `ResultFold`. */
export interface ResultFoldProps {
  readonly summary: string
  readonly onToggle?: (() => void) | undefined
  readonly children: ReactNode
}

/** What stands behind a disclosure. */
export const ResultFold = ({ summary, onToggle, children }: ResultFoldProps) => (
  <details className="qv-results-fold" onToggle={onToggle}>
    <summary className="qv-results-summary">{summary}</summary>
    <div className="qv-results-folded">{children}</div>
  </details>
)
