'use client'
import { useState } from 'react'
import { toProblem, type QueryProblem } from './problem.ts'

/** What of a query's result tells what went wrong. */
interface Failing {
  readonly data: unknown
  readonly error: unknown
  readonly failureReason: unknown
  readonly isFetching: boolean
  readonly errorUpdatedAt: number
}

/**
 * What a panel shows of a question that failed, or that the API asked to put off (`waitingText`). While the same one is
 * asked again with nothing to show, it stays: what vanishes and comes back moves the page and takes the focus with it.
 * `question` must keep its identity while it means the same.
 */
export function usePanelProblem(
  question: object,
  { data, error, failureReason, isFetching, errorUpdatedAt }: Failing,
  waitingText: string,
): QueryProblem | undefined {
  const [last, setLast] = useState({ question, error })
  if (error && last.error !== error) setLast({ question, error })
  if (error) return toProblem(error, errorUpdatedAt)
  // While it waits as the API asked it to, the page says so instead of only loading.
  const waiting = failureReason ? toProblem(failureReason, errorUpdatedAt) : null
  if (waiting?.kind === 'rateLimited') return { ...waiting, message: waitingText, retryAt: null }
  const isAgain = isFetching && data === undefined && last.question === question
  return isAgain && last.error ? toProblem(last.error, errorUpdatedAt) : undefined
}
