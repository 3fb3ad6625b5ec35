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
  const isAgain = isFetching && data === undefined && last.question === question
  const reason = error ?? failureReason ?? (isAgain ? last.error : null)
  if (!reason) return undefined
  const found = toProblem(reason, errorUpdatedAt)
  // While it waits as the API asked it to, the page says so instead of only loading.
  if (!error && failureReason && found.kind === 'rateLimited')
    return { ...found, message: waitingText, retryAt: null }
  return error || isAgain ? found : undefined
}
