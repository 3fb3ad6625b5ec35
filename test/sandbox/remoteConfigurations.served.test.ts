// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest'
import {
  attachUserToExperiment,
  listExperimentGroups,
} from '../../src/resources/experiments/operations.ts'
import {
  attachUserToRemoteConfiguration,
  changeRemoteConfigurationStatus,
  createRemoteConfiguration,
  detachUserFromRemoteConfiguration,
  replaceRemoteConfigurationPayload,
  updateRemoteConfiguration,
} from '../../src/resources/remote-configurations/operations.ts'
import { ask, lab, openLab, seeded } from './lab.ts'

const isDone = (answer: unknown) => expect(answer).toBeUndefined()

describe('what the app of a user is served', () => {
  beforeEach(openLab)
  const someone = (test: (id: string) => boolean = () => true) =>
    lab.sandbox
      .log()
      .find(
        ({ type, environment, customer_id: id }) =>
          type === 'install' && environment === 1 && test(id),
      )!.customer_id
  const served = (user: string, key: string | null) =>
    lab.sandbox.served(user).find(({ context_key }) => context_key === key)
  const configuration = async (context_key: string | null, active = true) => {
    const { id: config_id } = await ask(createRemoteConfiguration, { name: 'Fonts', context_key })
    await ask(replaceRemoteConfigurationPayload, { config_id, data: { font: 'serif' } })
    if (active) await ask(changeRemoteConfigurationStatus, { config_id, status: 'active' })
    return config_id
  }

  it('is the newest active configuration of each key whose rules hold', async () => {
    const user_id = someone()
    expect(served(user_id, 'look')).toBeUndefined()
    const draft = await configuration('look', false)
    expect(served(user_id, 'look')).toBeUndefined()
    await ask(changeRemoteConfigurationStatus, { config_id: draft, status: 'active' })
    expect(served(user_id, 'look')).toEqual({
      context_key: 'look',
      id: draft,
      name: 'Fonts',
      payload: { font: 'serif' },
      source: 'rules',
    })
    const newer = await configuration('look')
    expect(served(user_id, 'look')).toMatchObject({ id: newer })
    const nobody = [{ metric: 'client_uid', comparator: 'eq' as const, value: 'nobody' }]
    await ask(updateRemoteConfiguration, {
      config_id: newer,
      name: 'Fonts',
      context_key: 'look',
      segmentation_conditions: nobody,
    })
    expect(served(user_id, 'look')).toMatchObject({ id: draft })
    await ask(changeRemoteConfigurationStatus, { config_id: draft, status: 'archived' })
    expect(served(user_id, 'look')).toBeUndefined()
  })

  it('is what they are pinned to, until they are detached', async () => {
    const user_id = someone()
    const shut = [{ metric: 'client_uid', comparator: 'eq' as const, value: 'nobody' }]
    const { id: config_id } = await ask(createRemoteConfiguration, {
      name: 'For testers',
      context_key: 'main_paywall',
      segmentation_conditions: shut,
    })
    const before = served(user_id, 'main_paywall')
    isDone(await ask(attachUserToRemoteConfiguration, { config_id, user_id }))
    expect(served(user_id, 'main_paywall')).toEqual(before)
    await ask(changeRemoteConfigurationStatus, { config_id, status: 'active' })
    expect(served(user_id, 'main_paywall')).toMatchObject({ id: config_id, source: 'pin' })
    isDone(await ask(detachUserFromRemoteConfiguration, { config_id, user_id }))
    expect(served(user_id, 'main_paywall')).toEqual(before)
    await expect(
      ask(detachUserFromRemoteConfiguration, { config_id, user_id }),
    ).rejects.toMatchObject({ status: 404, code: 'not_found' })
  })

  it('is the last of several pins of one key', async () => {
    const user_id = someone()
    const [a, b] = [await configuration('look'), await configuration('look')]
    const attach = (config_id: string) =>
      ask(attachUserToRemoteConfiguration, { config_id, user_id })
    for (const config_id of [a, b, a]) {
      await attach(config_id)
      expect(served(user_id, 'look')).toMatchObject({ id: config_id, source: 'pin' })
    }
  })

  it('is their group’s in a running experiment, also where a person put them into it', async () => {
    const { id: experiment_id, context_key } = await seeded('paywall_layout')
    const [, short] = (await ask(listExperimentGroups, { experiment_id })).data
    const user_id = someone((id) => served(id, context_key)?.source === 'rules')
    await ask(attachUserToExperiment, { experiment_id, user_id, group_id: short!.id })
    expect(served(user_id, context_key)).toMatchObject({
      id: short!.remote_config_uid,
      source: 'experiment',
      payload: { layout: 'short' },
    })
  })

  it('is nothing for a customer that there is not', () => {
    expect(lab.sandbox.served('nobody')).toEqual([])
  })
})
