// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { submissionOf } from '../../../../src/resources/experiments/form.check.model.ts'
import {
  beginDraft,
  newGroup,
  type GroupDraft,
} from '../../../../src/resources/experiments/form.model.ts'
import { progressOf, saveExperiment } from '../../../../src/resources/experiments/form.save.ts'
import { nameFaults, placeFaults } from '../../../../src/resources/experiments/form.server.model.ts'
import type { ExperimentSubmission } from '../../../../src/resources/experiments/form.types.ts'
import { savedOf, type FormWrite } from '../../../../src/resources/experiments/form.writes.model.ts'
import type { Experiment, ExperimentGroup } from '../../../../src/resources/experiments/types.ts'
import { group, paywall, paywallGroups } from './drafts.ts'

/** A server that keeps what it is told, and fails as often as it is to: before the effect, or after it. */
function backend(failures: Partial<Record<number, { error: unknown; isDone?: boolean }>> = {}) {
  const experiments: Experiment[] = []
  const groups: ExperimentGroup[] = []
  const writes: string[] = []
  const carryOut = (write: FormWrite): string => {
    if (write.kind === 'createExperiment') {
      experiments.push({ ...paywall, ...write.input, id: 'made', status: 'draft' } as Experiment)
      return 'made'
    }
    if (write.kind === 'createGroup') {
      const id = `g${groups.length + 1}`
      groups.push(group({ ...(write.input as Partial<ExperimentGroup>), id }))
      return id
    }
    return ''
  }
  return {
    groups,
    experiments,
    writes,
    calls: {
      write: async (write: FormWrite) => {
        writes.push(write.kind)
        const failure = failures[writes.length]
        if (failure && !failure.isDone) throw failure.error
        const id = carryOut(write)
        if (failure) throw failure.error
        return id
      },
      readExperiments: async () => experiments,
      readOne: async () => ({ experiment: experiments[0]!, groups }),
    },
  }
}

const refused = Object.assign(new Error('No.'), { status: 422 })
const lost = Object.assign(new Error('Lost.'), { name: 'TransportError', mayBeDone: true })

const named = (one: GroupDraft, index: number) => ({ ...one, name: `Group ${index + 1}` })

const three = (): ExperimentSubmission => {
  const draft = beginDraft({})
  const keys = draft.groups.map(({ key }) => key)
  return submissionOf({
    ...draft,
    name: 'Short paywall',
    alias: 'short-paywall',
    groups: [...draft.groups, newGroup(keys)].map(named),
  })
}

describe('a new experiment', () => {
  it('is made first, then its groups in order', async () => {
    const server = backend()
    const { saved, failure } = await saveExperiment(savedOf(), three(), server.calls)
    expect(failure).toBe(undefined)
    expect(server.writes).toEqual(['createExperiment', 'createGroup', 'createGroup', 'createGroup'])
    expect(server.groups.map(({ name, is_control }) => [name, is_control])).toEqual([
      ['Group 1', true],
      ['Group 2', false],
      ['Group 3', false],
    ])
    expect(saved.experiment?.id).toBe('made')
  })

  it('refused half-way, says how far it came, and goes on there', async () => {
    const server = backend({ 3: { error: refused } })
    const stopped = await saveExperiment(savedOf(), three(), server.calls)
    expect(stopped.failure).toMatchObject({ error: refused, at: { kind: 'createGroup', key: '2' } })
    expect(progressOf(savedOf(), stopped.saved, three())).toEqual({
      isExperimentSaved: true,
      saved: ['Group 1'],
      missing: ['Group 2', 'Group 3'],
    })
    const again = await saveExperiment(stopped.saved, three(), server.calls)
    expect(again.failure).toBe(undefined)
    expect(server.experiments).toHaveLength(1)
    expect(server.groups.map(({ name }) => name)).toEqual(['Group 1', 'Group 2', 'Group 3'])
  })

  it('refused at once, has nothing to tell', async () => {
    const { saved } = await saveExperiment(
      savedOf(),
      three(),
      backend({ 1: { error: refused } }).calls,
    )
    expect(progressOf(savedOf(), saved, three())).toBe(undefined)
  })

  it.each([
    ['the experiment', 1],
    ['a group', 3],
  ])('%s made by a call whose answer was lost is found again, not made twice', async (_, call) => {
    const server = backend({ [call]: { error: lost, isDone: true } })
    const stopped = await saveExperiment(savedOf(), three(), server.calls)
    expect(stopped.saved.isInDoubt).toBe(true)
    const again = await saveExperiment(stopped.saved, three(), server.calls)
    expect(again.failure).toBe(undefined)
    expect(server.experiments).toHaveLength(1)
    expect(server.groups.map(({ name }) => name)).toEqual(['Group 1', 'Group 2', 'Group 3'])
  })

  it('a call that was lost before its effect is made again', async () => {
    const server = backend({ 2: { error: lost } })
    const stopped = await saveExperiment(savedOf(), three(), server.calls)
    const again = await saveExperiment(stopped.saved, three(), server.calls)
    expect(again.failure).toBe(undefined)
    expect(server.groups).toHaveLength(3)
  })

  it('a form that was changed after the failure is saved as it is now', async () => {
    const server = backend({ 4: { error: refused } })
    const stopped = await saveExperiment(savedOf(), three(), server.calls)
    const fewer = three()
    const kept = { ...fewer, groups: fewer.groups.filter(({ key }) => key !== '2') }
    const again = await saveExperiment(stopped.saved, kept, server.calls)
    expect(again.failure).toBe(undefined)
    expect(server.writes.slice(4)).toEqual(['createGroup', 'deleteGroup'])
  })
})

describe('a changed experiment', () => {
  const before = savedOf(paywall, paywallGroups)
  const draft = beginDraft({ experiment: paywall, groups: paywallGroups })
  const inputs = async (submission: ExperimentSubmission) => {
    const sent: FormWrite[] = []
    await saveExperiment(before, submission, {
      ...backend().calls,
      write: async (write) => (sent.push(write), 'new'),
    })
    return sent.map(({ kind, input }) => [kind, input])
  }

  it('asks nothing where nothing is changed', async () => {
    expect(await inputs(submissionOf(draft))).toEqual([])
  })

  it('names only what differs: the experiment, then changed, added and removed groups', async () => {
    const [inUse, short] = draft.groups
    const groups = [
      { ...inUse!, weight: 80 },
      { ...newGroup([]), key: '7', name: 'Shorter', weight: 20 },
    ]
    expect(short?.id).toBe('short')
    expect(await inputs(submissionOf({ ...draft, description: 'Why', groups }))).toEqual([
      ['updateExperiment', { experiment_id: 'paywall', description: 'Why' }],
      ['updateGroup', { experiment_id: 'paywall', group_id: 'inUse', weight: 80 }],
      [
        'createGroup',
        {
          experiment_id: 'paywall',
          name: 'Shorter',
          is_control: false,
          weight: 20,
          remote_config_uid: null,
        },
      ],
      ['deleteGroup', { experiment_id: 'paywall', group_id: 'short' }],
    ])
  })

  it('a group that somebody else removed meanwhile counts as removed', async () => {
    const gone = Object.assign(new Error('Gone.'), { status: 404 })
    const { saved, failure } = await saveExperiment(
      before,
      submissionOf({ ...draft, groups: draft.groups.slice(0, 1) }),
      backend({ 1: { error: gone } }).calls,
    )
    expect(failure).toBe(undefined)
    expect(saved.groups.map(({ id }) => id)).toEqual(['inUse'])
  })
})

describe('what a server refuses', () => {
  const draft = beginDraft({ experiment: paywall, groups: paywallGroups })
  const problem = (field?: string) => ({
    message: 'There is an experiment "x" already.',
    details: field ? [{ field, message: 'must be 0 or more' }] : [],
  })
  const at = {
    kind: 'updateGroup',
    key: 'short',
    input: { experiment_id: '', group_id: '' },
  } as const

  it('of a group is at that group', () => {
    const { details } = nameFaults(problem('weight'), at, draft.groups)
    expect(details).toEqual([{ field: 'groups.1.weight', message: 'must be 0 or more' }])
    expect(placeFaults(details, draft).placed).toEqual([
      { field: 'groups.short.weight', message: 'must be 0 or more', value: 50 },
    ])
  })

  it('of a taken alias is at the alias', () => {
    const write = { kind: 'updateExperiment', input: { experiment_id: 'paywall' } } as const
    expect(nameFaults(problem(), write, [], 'already_exists').details).toEqual([
      { field: 'alias_id', message: 'There is an experiment "x" already.' },
    ])
  })

  it('of a field that the form does not have is listed', () => {
    const details = [{ field: 'project', message: 'is locked' }]
    expect(placeFaults(details, draft)).toEqual({ placed: [], others: details })
    expect(placeFaults([{ field: 'groups[0].weight', message: 'x' }], draft).placed[0]?.field).toBe(
      'groups.inUse.weight',
    )
  })
})
