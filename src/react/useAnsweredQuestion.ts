'use client'
import type { UseQueryResult } from '@tanstack/react-query'
import { useAnswered, type Answered } from './useAnswered.ts'
import { useSame } from './useSame.ts'

/**
 * What `data` of a query answers, and since when: the `question` and `asOf` of a component over it. While a changed question
 * loads, `data` is still the answer to the one before, and under the new question it would be read as something else.
 */
export function useAnsweredQuestion<Question extends object>(
  question: Question,
  query: Pick<UseQueryResult, 'data' | 'isPlaceholderData' | 'dataUpdatedAt'>,
): Answered<Question> {
  return useAnswered(useSame(question), query)
}
