/** Props of `Empty`. */
export interface EmptyProps {
  readonly title: string
  /** Likely reasons with what to do, the most likely first. */
  readonly reasons: readonly string[]
}

/** Stands where there is nothing to show, and says why that may be. */
export function Empty({ title, reasons }: EmptyProps) {
  return (
    <div className="qv-empty" role="status">
      <strong className="qv-empty-title">{title}</strong>
      <ul className="qv-empty-reasons">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </div>
  )
}
