import { ExperimentActions } from '../../../src/resources/experiments/ExperimentActions.tsx'
import { ExperimentForm } from '../../../src/resources/experiments/ExperimentForm.tsx'
import { ExperimentResults } from '../../../src/resources/experiments/ExperimentResults.tsx'
import { ExperimentTable } from '../../../src/resources/experiments/ExperimentTable.tsx'
import { SampleSizePlanner } from '../../../src/resources/experiments/SampleSizePlanner.tsx'
import type { Experiment } from '../../../src/resources/experiments/types.ts'
import type { ResultLook } from '../../../src/resources/experiments/resultView.types.ts'
import type { FiguresOf } from '../../../src/resources/experiments/useExperimentTable.ts'
import { looks, paywall as results } from '../../../stories/experiments/results.ts'
import { paywall, paywallGroups } from './form/drafts.ts'
import { experiment, figures, NOW } from './list/rows.ts'

const asOf = NOW * 1000
const none = () => undefined

/** One of each status, and of each word for results. */
const LISTED: readonly Experiment[] = [
  experiment('Short paywall', { started_at: '2025-11-01T00:00:00Z', alias_id: 'short_paywall' }),
  experiment('Annual first', { status: 'paused', started_at: '2025-10-01T00:00:00Z' }),
  experiment('Longer trial', {
    status: 'finished',
    started_at: '2025-10-01T00:00:00Z',
    finished_at: '2025-12-01T00:00:00Z',
  }),
  experiment('Holiday offer', { started_at: '2025-09-01T00:00:00Z', primary_metric: 'refunds' }),
  experiment('Review prompt', { started_at: '2025-08-01T00:00:00Z' }),
  experiment('Blue button', { started_at: '2025-07-01T00:00:00Z' }),
  experiment('Next year', { status: 'draft' }),
]
const doubtful = figures([5000, 250], [5000, 255])
const FIGURES: Readonly<Record<string, ReturnType<FiguresOf>>> = {
  'Short paywall': figures([10_000, 500], [10_000, 650]),
  'Annual first': { ...doubtful, run: { ...doubtful.run, sharedContext: ['Blue button'] } },
  'Longer trial': figures([10_000, 650], [10_000, 500]),
  'Holiday offer': figures([10_000, 500], [9000, 500]),
  'Review prompt': figures([120, 4], [118, 6]),
  'Blue button': figures([10_100, 505], [10_200, 510]),
}

/** The list, its button blocked by a reason. */
export const list = () => (
  <ExperimentTable
    experiments={LISTED}
    figuresOf={({ name }) => FIGURES[name]}
    asOf={asOf}
    onOpen={none}
    onCreate={none}
    createBlocked="Analysts only read."
    onRefresh={none}
  />
)

const followed: readonly ResultLook[] = looks([0.05, 0.06]).map(({ at, arms, run }) => ({
  at,
  run,
  arms: arms.map((arm) => (arm.isControl ? arm : Object.assign({}, arm, { id: 'monthly' }))),
}))

/** Results with guardrails, a conditional metric, and their looks over time. */
export const resultsPage = () => (
  <ExperimentResults {...results} series={followed} asOf={asOf} onRefresh={none} />
)

/** Results whose guardrail puts up with five more users in 1,000. */
export const rareGuardrail = () => (
  <ExperimentResults
    {...results}
    plan={{
      ...results.plan,
      guardrails: [
        { id: 'refunds', kind: 'proportion', better: 'lower', absoluteMargin: 5 / 1000 },
      ],
    }}
    asOf={asOf}
  />
)

/** The form of a running experiment with its two groups. */
export const form = () => (
  <ExperimentForm
    experiment={paywall}
    groups={paywallGroups}
    plan={results.plan}
    otherExperiments={[{ ...paywall, id: 'other', name: 'Other' }]}
    onSubmit={none}
    onCancel={none}
  />
)

/** A form whose traffic share was refused by the server. */
export const refused = () => (
  <ExperimentForm
    problem={{
      kind: 'input',
      message: '',
      details: [{ field: 'segment_percent', message: 'must be from 0 to 100' }],
      retryAt: null,
    }}
    onSubmit={none}
  />
)

/** The planner over figures of a project. */
export const planner = () => (
  <SampleSizePlanner
    baselines={[
      {
        metric: 'user_to_paid',
        baseline: { kind: 'proportion', rate: 0.1 },
        users: 11_200,
        source: 'Of 11,200 installs, Sep 1 – 28, 2026, within 10 days.',
      },
    ]}
    usersPerDay={400}
    usersPerDaySource="Installs a day of the last 28 days."
    now={asOf}
    onUse={none}
  />
)

/** What can be done with an experiment of a status. */
export const actions = (
  status: Experiment['status'],
  told: Partial<Parameters<typeof ExperimentActions>[0]> = {},
) => (
  <ExperimentActions
    experiment={{ ...paywall, status, started_at: status === 'draft' ? null : paywall.started_at }}
    groups={paywallGroups}
    others={[{ ...paywall, id: 'other', name: 'Other' }]}
    onChangeStatus={none}
    onDelete={none}
    onEdit={none}
    {...told}
  />
)
