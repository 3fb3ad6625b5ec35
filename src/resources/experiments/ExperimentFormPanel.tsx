'use client'
import { useRef, useState, type ReactNode } from 'react'
import type { Source } from '../../core/fetcher.ts'
import { useQonversion } from '../../react/context.ts'
import { useQuerySource } from '../../react/hookOptions.ts'
import { toProblem, type QueryProblem } from '../../react/problem.ts'
import { usePermission } from '../../react/usePermissions.ts'
import { Notice } from '../../ui/Notice.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { Root } from '../../ui/Root.tsx'
import { TableSkeleton } from '../../ui/Skeleton.tsx'
import type { ExperimentPlan } from './analysis.types.ts'
import { ExperimentForm } from './ExperimentForm.tsx'
import { progressOf, saveExperiment, type SaveCalls } from './form.save.ts'
import { nameFaults } from './form.server.model.ts'
import type { ExperimentSubmission, GroupBlocks, Payload, SaveProgress } from './form.types.ts'
import { savedOf, type FormWrite, type Saved } from './form.writes.model.ts'
import {
  useCreateExperiment,
  useCreateExperimentGroup,
  useDeleteExperimentGroup,
  useExperiment,
  useExperimentGroups,
  useExperiments,
  useUpdateExperiment,
  useUpdateExperimentGroup,
} from './hooks.ts'
import type { PlannedTest } from './planner.types.ts'
import { experimentGroupsQuery, experimentQuery, experimentsQuery } from './queries.ts'
import type { Experiment, ExperimentGroup } from './types.ts'
import { useExperimentFormTexts } from './useExperimentFormTexts.ts'

/** Props of `ExperimentFormPanel`. */
export interface ExperimentFormPanelProps {
  /** The experiment to change; without it a new one is made, as a draft. */
  experimentId?: string | undefined
  /** The plan the host keeps of it; for a new one, what its plan begins with. */
  plan?: ExperimentPlan | undefined
  /** A planned test that is taken over at once. */
  planned?: PlannedTest | undefined
  /** Draws a planner into the plan's section, which hands over what it planned: `(take) => <SampleSizePlannerPanel onUse={take} />`. */
  planner?: ((take: (planned: PlannedTest) => void) => ReactNode) | undefined
  /** Remote configurations that groups can be given; without them their uid is typed. */
  remoteConfigurations?: readonly Payload[] | undefined
  /** Names of offerings that groups have. */
  offerings?: readonly Payload[] | undefined
  /** ISO 4217 code of a goal and a cap in money. @default 'USD' */
  currency?: string | undefined
  /** Told once everything is saved: the experiment, and the plan for the host to keep (null where none was stated). */
  onSaved?: ((experiment: Experiment, plan: ExperimentPlan | null) => void) | undefined
  /** The viewer wants to leave and has nothing to lose, or said so; without it there is no button. */
  onCancel?: (() => void) | undefined
  /** Told when there begins to be something to lose, and when there no longer is. */
  onDirtyChange?: ((isDirty: boolean) => void) | undefined
  /** Another backend than the provider's: both parts or neither. */
  source?: Source | undefined
}

/** `ExperimentForm` with its calls: saves in order, goes on where a failed save stopped, asks the rights. Drop it in and it works. */
export function ExperimentFormPanel(props: ExperimentFormPanelProps) {
  const { experimentId, source } = props
  const { t } = useExperimentFormTexts()
  const asked = { experiment_id: experimentId ?? '' }
  const options = { source, enabled: experimentId !== undefined, keepPreviousData: false }
  const experiment = useExperiment(asked, options)
  const groups = useExperimentGroups(asked, options)
  const failed = [experiment, groups].find((query) => query.isError && !query.data)
  if (experimentId === undefined) return <Editor key="new" {...props} />
  if (experiment.data && groups.data)
    return (
      <Editor
        key={experimentId}
        {...props}
        experiment={experiment.data}
        groups={groups.data.data}
      />
    )
  return (
    <Root className="qv-experiment-form">
      {failed && isMissing(failed.error) ? (
        <Notice tone="error">
          <p className="qv-notice-text">{t('experimentForm.missing', { id: experimentId })}</p>
          <p className="qv-notice-message">{failed.error?.message}</p>
        </Notice>
      ) : failed ? (
        <ProblemNotice
          problem={toProblem(failed.error, failed.errorUpdatedAt)}
          onRetry={() => void Promise.all([experiment.refetch(), groups.refetch()])}
          retrying={experiment.isFetching || groups.isFetching}
        />
      ) : (
        <TableSkeleton label={t('experimentForm.loading')} columns={3} />
      )}
    </Root>
  )
}

/** The API knows no such experiment, so asking again helps nobody. */
const isMissing = (error: Error | null): boolean =>
  error !== null && 'code' in error && error.code === 'not_found'

/** Why the last save stopped, and how far it came. */
interface Failure {
  readonly problem: QueryProblem
  readonly progress: SaveProgress | undefined
}

function Editor({
  experimentId,
  experiment,
  groups,
  source,
  onSaved,
  ...rest
}: ExperimentFormPanelProps & {
  readonly experiment?: Experiment
  readonly groups?: readonly ExperimentGroup[]
}) {
  // What the form begins with and is saved against: an answer that comes later must not undo what is typed.
  const [begun, setBegun] = useState({ experiment, groups, round: 0 })
  const before = savedOf(begun.experiment, begun.groups)
  const [saved, setSaved] = useState<Saved>()
  const [failure, setFailure] = useState<Failure>()
  const others = useExperiments({}, { source }).data?.data
  // While a save is under way the list already holds what it makes, which would take its own alias.
  const [pending, setPending] = useState<{ others: typeof others } | null>(null)
  const { calls, known } = useSaveCalls(source)
  const blocked = useBlocked(source, experimentId === undefined)

  const save = async (submission: ExperimentSubmission) => {
    setPending({ others })
    const { saved: now, failure: failed } = await saveExperiment(saved ?? before, submission, calls)
    setPending(null)
    if (failed) {
      setSaved(now)
      const { error, at } = failed
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      setFailure({
        problem: nameFaults(toProblem(error, Date.now()), at, submission.groups, code),
        progress: progressOf(before, now, submission),
      })
      return
    }
    setSaved(undefined)
    setFailure(undefined)
    const whole = known(now.experiment?.id ?? '')
    const isNew = experimentId === undefined
    setBegun({
      experiment: isNew ? undefined : (whole.experiment ?? experiment),
      groups: isNew ? undefined : (whole.groups ?? groups),
      round: begun.round + 1,
    })
    if (whole.experiment) onSaved?.(whole.experiment, submission.plan)
  }
  const isOther = ({ id }: Experiment) => id !== saved?.experiment?.id
  return (
    <ExperimentForm
      {...rest}
      key={begun.round}
      experiment={begun.experiment}
      groups={begun.groups}
      otherExperiments={(pending ?? { others }).others?.filter(isOther)}
      problem={failure?.problem}
      progress={failure?.progress}
      isPending={pending !== null}
      blocked={blocked.save}
      blockedGroups={blocked}
      onSubmit={(submission) => void save(submission)}
    />
  )
}

/** The calls of a save over the hooks, and what is known of an experiment after one. */
function useSaveCalls(source: Source | undefined): {
  readonly calls: SaveCalls
  readonly known: (id: string) => {
    readonly experiment: Experiment | undefined
    readonly groups: readonly ExperimentGroup[] | undefined
  }
} {
  const { queryClient } = useQonversion()
  const asked = useQuerySource(source)
  const made = useRef<Experiment>(undefined)
  const createOne = useCreateExperiment({ source }).mutateAsync
  const updateOne = useUpdateExperiment({ source }).mutateAsync
  const createGroup = useCreateExperimentGroup({ source }).mutateAsync
  const updateGroup = useUpdateExperimentGroup({ source }).mutateAsync
  const deleteGroup = useDeleteExperimentGroup({ source }).mutateAsync

  const carryOut = async (write: FormWrite): Promise<string> => {
    if (write.kind === 'createExperiment') {
      made.current = await createOne(write.input)
      return made.current.id
    }
    if (write.kind === 'updateExperiment') return (await updateOne(write.input)).id
    if (write.kind === 'createGroup') return (await createGroup(write.input)).id
    if (write.kind === 'updateGroup') return (await updateGroup(write.input)).id
    await deleteGroup(write.input)
    return write.input.group_id
  }
  const anew = { staleTime: 0 }
  return {
    calls: {
      write: carryOut,
      readExperiments: async () =>
        (await queryClient.fetchQuery({ ...experimentsQuery(asked), ...anew })).data,
      readOne: async (id) => {
        const input = { experiment_id: id }
        const [experiment, groups] = await Promise.all([
          queryClient.fetchQuery({ ...experimentQuery(input, asked), ...anew }),
          queryClient.fetchQuery({ ...experimentGroupsQuery(input, asked), ...anew }),
        ])
        made.current = experiment
        return { experiment, groups: groups.data }
      },
    },
    known: (id) => {
      const input = { experiment_id: id }
      return {
        experiment:
          queryClient.getQueryData(experimentQuery(input, asked).queryKey) ?? made.current,
        groups: queryClient.getQueryData(experimentGroupsQuery(input, asked).queryKey)?.data,
      }
    },
  }
}

/** Why the form cannot be saved, and groups not be added or removed: what the viewer lacks the right to. */
function useBlocked(
  source: Source | undefined,
  isNew: boolean,
): GroupBlocks & { readonly save: string | null } {
  const create = usePermission('v4CreateExperiment', { source }).reason
  const update = usePermission('v4UpdateExperiment', { source }).reason
  const add = usePermission('v4CreateExperimentGroup', { source }).reason
  const change = usePermission('v4UpdateExperimentGroup', { source }).reason
  const remove = usePermission('v4DeleteExperimentGroup', { source }).reason
  return { add, remove, save: isNew ? (create ?? add) : (update ?? change) }
}
