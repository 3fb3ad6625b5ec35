'use client'
import { useState } from 'react'

/** What of a query's result tells which question its data answers. */
interface Answering {
  readonly data: unknown
  readonly isPlaceholderData: boolean
  readonly dataUpdatedAt: number
}

/** A question with the moment its answer arrived, in milliseconds since the epoch. */
export interface Answered<Question> {
  readonly question: Question
  readonly asOf: number
}

/**
 * The question that the shown data answers. While a changed question loads the data is still the old one's, and so must
 * be everything said about it. `question` must keep its identity while it means the same.
 */
export function useAnswered<Question>(question: Question, query: Answering): Answered<Question> {
  const current = { question, asOf: query.dataUpdatedAt }
  const [answered, setAnswered] = useState(current)
  // Nothing is shown: nothing is said of it, and what was answered before stays known for a later placeholder.
  if (query.data === undefined) return current
  if (query.isPlaceholderData) return answered
  if (answered.question === question && answered.asOf === query.dataUpdatedAt) return answered
  setAnswered(current)
  return current
}
