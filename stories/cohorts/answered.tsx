import type { ComponentProps } from 'react'
import { CohortTable } from '../../src/resources/cohorts/CohortTable.tsx'
import type { CohortsInput } from '../../src/resources/cohorts/types.ts'
import { ask } from './answers.ts'

/** Props of the table that a story shows. */
export type TableArgs = ComponentProps<typeof CohortTable>

/** What a story has loaded before it is drawn. */
export interface Loaded {
  readonly loaded: Record<string, unknown>
}

/** The sandbox's answer that a story has loaded. */
export const answerOf = ({ loaded }: Loaded) => loaded['data'] as Awaited<ReturnType<typeof ask>>

/** A story over the sandbox's answer to a question. */
export const answered = (question: CohortsInput) => ({
  args: { question },
  loaders: [async () => ({ data: await ask(question) })],
  render: (args: TableArgs, context: Loaded) => (
    <CohortTable {...args} data={args.data ?? answerOf(context)} />
  ),
})
