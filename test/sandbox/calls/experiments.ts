import { idsOf, plain, someCustomer, type Caller, type CallTable } from './caller.ts'

const someExperiment = async ({ other }: Caller) => idsOf(await other('v4ListExperiments'))[0]!

/** A draft with two groups, one of them the control. */
async function draft({ other }: Caller) {
  const made = await other('v4CreateExperiment', { name: 'Draft', alias_id: 'draft' })
  const experiment_id = String(made['id'])
  const add = (is_control: boolean) =>
    other('v4CreateExperimentGroup', { experiment_id, weight: 50, is_control })
  const [control, second] = [await add(true), await add(false)]
  return { experiment_id, group_id: String(control['id']), second: String(second['id']) }
}

/** Experiments, their groups and users. */
export const experimentsCalls: CallTable = {
  v4ListExperiments: plain,
  v4GetExperiment: async (caller) => {
    for (const experiment_id of idsOf(await caller.other('v4ListExperiments')))
      await caller.ask({ experiment_id })
  },
  v4GetExperimentsSummary: async ({ ask, other }) => {
    const experiment_uid = idsOf(await other('v4ListExperiments'))
    await ask({ filter: { experiment_uid } })
  },
  v4ListExperimentGroups: async (caller) => {
    await caller.ask({ experiment_id: await someExperiment(caller) })
  },
  v4CreateExperiment: async ({ ask }) => {
    await ask({ name: 'Price', alias_id: 'price' })
    await ask({
      name: 'Price 2',
      alias_id: 'price-2',
      segment_percent: 50,
      primary_metric: 'proceeds',
      goal_value: 5,
      goal_direction: 'increase',
    })
    await ask({ name: 'Again', alias_id: 'price' }, 409, 'already_exists')
    await ask({ name: '', alias_id: 'empty' }, 400, 'invalid_data')
  },
  v4UpdateExperiment: async (caller) => {
    const { experiment_id } = await draft(caller)
    await caller.ask({ experiment_id, name: 'Renamed', segment_percent: 10, description: null })
    await caller.ask({ experiment_id, segment_percent: 101 }, 400, 'invalid_data')
  },
  v4DeleteExperiment: async (caller) => {
    const { experiment_id } = await draft(caller)
    await caller.ask({ experiment_id })
    await caller.ask({ experiment_id }, 404, 'not_found')
  },
  v4ChangeExperimentStatus: async (caller) => {
    const { experiment_id } = await draft(caller)
    for (const status of ['active', 'paused', 'active', 'finished'])
      await caller.ask({ experiment_id, status })
    await caller.ask({ experiment_id, status: 'active' }, 409, 'state_conflict')
    const bare = await caller.other('v4CreateExperiment', { name: 'Bare', alias_id: 'bare' })
    await caller.ask({ experiment_id: bare['id'], status: 'active' }, 422, 'validation_error')
  },
  v4CreateExperimentGroup: async (caller) => {
    const { experiment_id } = await draft(caller)
    await caller.ask({ experiment_id, weight: 10, name: 'C', remote_config_uid: null })
    await caller.ask({ experiment_id, weight: -1 }, 400, 'invalid_data')
  },
  v4UpdateExperimentGroup: async (caller) => {
    const { experiment_id, group_id } = await draft(caller)
    await caller.ask({ experiment_id, group_id, weight: 30, name: 'A' })
    await caller.ask({ experiment_id, group_id, weight: -1 }, 400, 'invalid_data')
  },
  v4DeleteExperimentGroup: async (caller) => {
    const { experiment_id, second } = await draft(caller)
    await caller.ask({ experiment_id, group_id: second })
    await caller.ask({ experiment_id, group_id: second }, 404, 'not_found')
  },
  v4AttachUserToExperiment: async (caller) => {
    const { experiment_id, group_id } = await draft(caller)
    const user_id = await someCustomer(caller)
    await caller.ask({ experiment_id, group_id, user_id })
    await caller.ask({ experiment_id, group_id, user_id: 'nobody' }, 404)
    await caller.ask({ experiment_id, group_id: 'none', user_id }, 404)
  },
  v4DetachUserFromExperiment: async (caller) => {
    const { experiment_id, group_id } = await draft(caller)
    const user_id = await someCustomer(caller)
    await caller.other('v4AttachUserToExperiment', { experiment_id, group_id, user_id })
    await caller.ask({ experiment_id, user_id })
    await caller.ask({ experiment_id, user_id }, 404)
  },
}
