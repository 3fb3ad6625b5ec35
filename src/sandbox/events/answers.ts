import type { Answers } from '../answer.types.ts'
import { answerEvents } from './catalog.ts'
import { answerEventLogs } from './logs.ts'

/** Answers of the Events section. */
export const eventAnswers: Answers = {
  v4ListEvents: answerEvents,
  v4ListEventLogs: answerEventLogs,
}
