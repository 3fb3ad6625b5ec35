import type { ComponentProps } from 'react'
import { LtvChart } from '../../src/resources/ltv/LtvChart.tsx'
import type { LtvInput } from '../../src/resources/ltv/types.ts'
import { ask, askTrials } from './answers.ts'

type Props = ComponentProps<typeof LtvChart>

/** A story over the sandbox's answers to a question. */
export const answered = (
  question: LtvInput,
  args: Omit<Props, 'asOf' | 'question' | 'onRefresh'> = {},
) => ({
  args: { question, ...args },
  loaders: [
    async () => ({ data: await ask(question), trialConversion: await askTrials(question) }),
  ],
  render: (props: Props, { loaded }: { loaded: Record<string, unknown> }) => (
    <LtvChart {...(loaded as Partial<Props>)} {...props} />
  ),
})

/** What customers cost: US dollars an install unless said otherwise. */
export const cost = (rate: number, more: Partial<NonNullable<Props['costs']>> = {}) => ({
  per: 'install' as const,
  currency: 'USD',
  rate,
  ...more,
})
