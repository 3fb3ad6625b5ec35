import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ExperimentPlan } from 'qonversion-react/components'
import {
  ExperimentsPanel,
  SampleSizePlannerPanel,
  useViewInUrl,
  type ExperimentsPanelProps,
} from 'qonversion-react/panels'
import { useCallback, useMemo } from 'react'
import type { OwnExperiments, OwnLooks } from '../experiments/routes.ts'
import type { PublicProject } from '../project.ts'
import type { Role } from '../roles.ts'
import { useParameter } from './address.ts'
import { usePanelTexts } from './texts.ts'

/** Props of `ExperimentsPage`. */
export interface ExperimentsPageProps {
  readonly project: PublicProject
  readonly role: Role
}

/** The experiments of a project, with the plans and the windowed results that this panel's own server adds to the API. */
export function ExperimentsPage({ project, role }: ExperimentsPageProps) {
  const open = useParameter('experiments.experiment')
  const own = useOwnExperiments(project.id, role, open)
  const texts = usePanelTexts()
  const { plans, results } = own
  const planOf = useCallback(({ id }: { readonly id: string }) => plans?.[id], [plans])
  const resultsOf = useCallback(({ id }: { readonly id: string }) => results?.[id], [results])
  const view = useViewInUrl('experiments')
  const currency = project.currencies?.[0] ?? 'USD'

  // Else the API's totals would stand where the panel's own results are about to.
  if (own.isPending) return <p role="status">{texts.loadingPlans}</p>
  return (
    <>
      {own.problem && (
        <div role="alert" className="problem">
          <p>{own.problem}</p>
          <button type="button" onClick={own.refresh}>
            {texts.tryAgain}
          </button>
        </div>
      )}
      <ExperimentsPanel
        {...view}
        planOf={planOf}
        onPlanChange={({ id }, plan) => own.keep(id, plan)}
        results={resultsOf}
        currency={currency}
        planner={plannerIn(currency)}
        onRefresh={own.refresh}
      />
    </>
  )
}

const plannerIn =
  (currency: string): ExperimentsPanelProps['planner'] =>
  (take) => <SampleSizePlannerPanel onUse={take} currency={currency} />

/** What this panel's own server knows of a project's experiments, how the open one stood earlier, and how a plan is kept there. */
function useOwnExperiments(project: string, role: Role, open: string | null) {
  const client = useQueryClient()
  const texts = usePanelTexts()
  const queryKey = ['own experiments', project, role]
  const ask = async (path: string, init: RequestInit) => {
    const headers = { 'x-project': project, 'x-role': role, 'content-type': 'application/json' }
    const response = await fetch(`/api/experiments${path}`, { ...init, headers })
    if (response.ok) return response
    const said = (await response.json().catch(() => ({}))) as { readonly message?: string }
    throw new Error(said.message ?? `It answered ${response.status}.`)
  }
  const fresh = { retry: false, staleTime: 60_000 } as const
  const all = useQuery({
    queryKey,
    queryFn: async ({ signal }) => (await ask('', { signal })).json() as Promise<OwnExperiments>,
    ...fresh,
  })
  const looks = useQuery({
    queryKey: [...queryKey, open],
    queryFn: async ({ signal }) =>
      (
        await ask(`/${encodeURIComponent(open ?? '')}/looks`, { signal })
      ).json() as Promise<OwnLooks>,
    enabled: !!open && all.data?.results[open] !== undefined,
    ...fresh,
  })
  const { mutate, error } = useMutation({
    mutationFn: ({ id, plan }: { readonly id: string; readonly plan: ExperimentPlan }) =>
      ask(`/${encodeURIComponent(id)}/plan`, { method: 'PUT', body: JSON.stringify(plan) }),
    onSuccess: () => client.invalidateQueries({ queryKey }),
  })
  const [known, series] = [all.data?.results, looks.data?.series]
  const results = useMemo(
    () =>
      known && open && series && known[open]
        ? { ...known, [open]: { ...known[open], series } }
        : known,
    [known, open, series],
  )
  return {
    plans: all.data?.plans,
    results,
    isPending: all.isPending,
    problem: error
      ? texts.notKept(error.message)
      : all.error
        ? texts.noPlans(all.error.message)
        : null,
    keep: (id: string, plan: ExperimentPlan) => mutate({ id, plan }),
    refresh: () => void client.invalidateQueries({ queryKey }),
  }
}
