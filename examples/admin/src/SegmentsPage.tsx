import {
  useDeleteSegment,
  useInfiniteSegments,
  usePermission,
  type Segment,
} from 'qonversion-react'
import { GuardedButton, Root } from 'qonversion-react/components'
import { NewSegment } from './NewSegment.tsx'

/** The segments of a project: everyone reads them, and who may not change them is told why. */
export function SegmentsPage() {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteSegments({ limit: 20 })
  const remove = useDeleteSegment()
  const { reason } = usePermission('v4DeleteSegment')

  const ask = ({ id, name }: Segment) => {
    if (window.confirm(`Remove the segment “${name}”?`)) remove.mutate({ segment_id: id })
  }
  return (
    <Root>
      <NewSegment />
      {remove.error && <p role="alert">{remove.error.message}</p>}
      {error && !data && (
        <div role="alert">
          <p>{error.message}</p>
          <button type="button" onClick={() => void refetch()}>
            Try again
          </button>
        </div>
      )}
      {!error && !data && <p role="status">Loading segments …</p>}
      {data && (
        <table className="segments">
          <caption>Segments of the project</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Rules</th>
              <th scope="col">Made</th>
              <th scope="col">Change</th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map((segment) => (
              <tr key={segment.id}>
                <th scope="row">{segment.name}</th>
                <td>{segment.conditions.map(sentence).join(' and ') || 'Everyone'}</td>
                <td>{segment.created_at.slice(0, 10)}</td>
                <td>
                  <GuardedButton
                    blocked={reason}
                    aria-label={`Remove ${segment.name}`}
                    aria-busy={remove.isPending}
                    onClick={() => ask(segment)}
                  >
                    Remove
                  </GuardedButton>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {hasNextPage && (
        <button type="button" aria-busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          More segments
        </button>
      )}
    </Root>
  )
}

const WORDS: Readonly<Record<string, string>> = {
  eq: 'is',
  ne: 'is not',
  gt: 'is above',
  gte: 'is at least',
  lt: 'is below',
  lte: 'is at most',
  contains: 'contains',
  not_contains: 'does not contain',
}

const sentence = ({ metric, comparator, value, negate }: Segment['conditions'][number]) =>
  `${negate ? 'not: ' : ''}${metric.replaceAll('_', ' ')} ${WORDS[comparator] ?? comparator} ${value}`
