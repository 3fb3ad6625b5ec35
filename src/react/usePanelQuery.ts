'use client'
import type { UseQueryResult } from '@tanstack/react-query'
import { useIsServerHtml } from '../hydration/hooks.ts'
import { useQonversion } from './context.ts'
import type { QueryProblem } from './problem.ts'
import { useAnswered } from './useAnswered.ts'
import { usePanelProblem } from './usePanelProblem.ts'

/** What a panel shows of one of its questions. */
export interface PanelQuery<Question, Data> {
  readonly data: Data | undefined
  /** The question that `data` answers. */
  readonly answered: Question
  /** When it was answered, in milliseconds since the epoch; the provider's `now` where it has one. */
  readonly asOf: number
  /** True while an answer is on its way; never in server HTML, which may be older than its answer is fresh when it is hydrated. */
  readonly refreshing: boolean
  /** True while `data` answers an earlier question and the answer to the new one is on its way. */
  readonly stale: boolean
  /** True where `data` answers the question asked. */
  readonly isCurrent: boolean
  readonly problem: QueryProblem | undefined
}

/**
 * Reads a query as panels show it: the last good answer with the question it answers and how fresh it is, and what went
 * wrong. `question` must keep its identity while it means the same; `waitingText` says that the API asked to wait.
 */
export function usePanelQuery<Question extends object, Data>(
  question: Question,
  query: UseQueryResult<Data>,
  waitingText: string,
): PanelQuery<Question, Data> {
  const { now } = useQonversion()
  const { data, isFetching, isPlaceholderData } = query
  const isServerHtml = useIsServerHtml()
  const answered = useAnswered(question, query)
  const refreshing = !isServerHtml && isFetching
  return {
    data,
    answered: answered.question,
    asOf: now ? now.getTime() : answered.asOf,
    refreshing,
    stale: isPlaceholderData && isFetching,
    isCurrent: data !== undefined && !isPlaceholderData,
    problem: usePanelProblem(question, query, waitingText),
  }
}
