'use client'
import type { ReactNode } from 'react'
import { ProblemNotice, type Problem } from './ProblemNotice.tsx'
import { Root } from './Root.tsx'
import { TableSkeleton } from './Skeleton.tsx'

/** Props of `AnswerFrame`. */
export interface AnswerFrameProps {
  readonly className: string
  /** What is being loaded, for screen readers. */
  readonly loading: string
  /** Columns of the table that is on its way. @default 8 */
  readonly columns?: number | undefined
  /** What went wrong; with a good answer it stands above it. */
  readonly problem: Problem | undefined
  readonly refreshing: boolean
  readonly onRefresh: (() => void) | undefined
  /** The picture of the answer; null while there is none. */
  readonly children: ReactNode
}

/** Where an answer stands: a skeleton while it loads, and what went wrong. */
export function AnswerFrame(props: AnswerFrameProps) {
  const { className, loading, columns, problem, refreshing, onRefresh, children } = props
  return (
    <Root className={className}>
      {problem && (
        <ProblemNotice
          problem={problem}
          onRetry={onRefresh}
          retrying={refreshing}
          stale={children !== null}
        />
      )}
      {children}
      {children === null && !problem && (
        <>
          <div className="qv-readback" />
          <TableSkeleton label={loading} columns={columns} />
        </>
      )}
    </Root>
  )
}
