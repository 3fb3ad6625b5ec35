/** Props of `TableSkeleton`. */
export interface TableSkeletonProps {
  /** What is being loaded, for screen readers. */
  readonly label: string
  /** @default 8 */
  readonly rows?: number | undefined
  /** @default 8 */
  readonly columns?: number | undefined
}

/** The shape of a table that is on its way. */
export function TableSkeleton({ label, rows = 8, columns = 8 }: TableSkeletonProps) {
  return (
    <div className="qv-skeleton" role="status" aria-label={label}>
      {range(rows + 1).map((row) => (
        <div key={row} className="qv-skeleton-row" aria-hidden="true">
          {range(columns).map((column) => (
            <span key={column} className="qv-skeleton-cell" />
          ))}
        </div>
      ))}
    </div>
  )
}

const range = (count: number) => Array.from({ length: count }, (_, index) => index)

/** Fields that are on their way, so that what stands below does not move when they come. */
export function FieldSkeleton({ count }: { readonly count: number }) {
  return range(count).map((field) => (
    <div key={field} className="qv-field" aria-hidden="true">
      <span className="qv-label">&nbsp;</span>
      <span className="qv-input qv-skeleton-field" />
    </div>
  ))
}
