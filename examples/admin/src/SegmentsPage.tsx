import {
  useDeleteSegment,
  useInfiniteSegments,
  usePermission,
  type Segment,
} from 'qonversion-react'
import { GuardedButton, Root } from 'qonversion-react/components'
import { NewSegment } from './NewSegment.tsx'
import { usePanelTexts, type PanelTexts } from './texts.ts'

/** The segments of a project: everyone reads them, and who may not change them is told why. */
export function SegmentsPage() {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteSegments({ limit: 20 })
  const remove = useDeleteSegment()
  const texts = usePanelTexts()
  const { reason } = usePermission('v4DeleteSegment')

  const ask = ({ id, name }: Segment) => {
    if (window.confirm(texts.removeAsk(name))) remove.mutate({ segment_id: id })
  }
  return (
    <Root>
      <NewSegment />
      {remove.error && <p role="alert">{remove.error.message}</p>}
      {error && !data && (
        <div role="alert">
          <p>{error.message}</p>
          <button type="button" onClick={() => void refetch()}>
            {texts.tryAgain}
          </button>
        </div>
      )}
      {!error && !data && <p role="status">{texts.loadingSegments}</p>}
      {data && (
        <table className="segments">
          <caption>{texts.segments}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.name}</th>
              <th scope="col">{texts.rules}</th>
              <th scope="col">{texts.made}</th>
              <th scope="col">{texts.change}</th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map((segment) => (
              <tr key={segment.id}>
                <th scope="row">{segment.name}</th>
                <td>{rulesText(texts, segment) || texts.everyone}</td>
                <td>{segment.created_at.slice(0, 10)}</td>
                <td>
                  <GuardedButton
                    blocked={reason}
                    aria-label={texts.removeNamed(segment.name)}
                    aria-busy={remove.isPending}
                    onClick={() => ask(segment)}
                  >
                    {texts.remove}
                  </GuardedButton>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {hasNextPage && (
        <button type="button" aria-busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {texts.moreSegments}
        </button>
      )}
    </Root>
  )
}

const rulesText = (texts: PanelTexts, { conditions }: Segment): string =>
  conditions
    .map(({ metric, comparator, value, negate }) =>
      [
        `${negate ? texts.not : ''}${metric.replaceAll('_', ' ')}`,
        texts.comparators[comparator] ?? comparator,
        value,
      ].join(' '),
    )
    .join(texts.and)
