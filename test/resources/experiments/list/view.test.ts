// @vitest-environment node
import { describe, expect, test } from 'vitest'
import {
  changeExperimentsView,
  initialExperimentsView,
  readExperimentsView,
} from '../../../../src/resources/experiments/experimentsView.model.ts'
import { decodeView, encodeView } from '../../../../src/ui/viewAddress.ts'

const first = initialExperimentsView()

describe('what is chosen in the panel', () => {
  test('begins with what runs, the newest first', () => {
    expect(first).toMatchObject({
      status: 'active',
      search: '',
      sort: { by: 'dates', order: 'descending' },
      experiment: '',
      form: '',
    })
  })

  test('comes back whole from an address', () => {
    const view = {
      ...first,
      status: '',
      search: 'pay & wall',
      sort: { by: 'result', order: 'ascending' },
      experiment: 'abc-1',
      form: 'edit',
      results: { baseline: 'v1', hidden: ['v2'], scale: 'absolute' },
    } as const
    expect(readExperimentsView(decodeView('x', encodeView('x', view)), first)).toEqual(view)
  })

  test('is as at first wherever a part is broken or of a newer version', () => {
    const broken = {
      status: ['a', 'b'],
      search: { a: '1' },
      sort: { by: 'colour', order: 'up' },
      experiment: 7,
      form: 'burn',
      results: 'none',
    }
    expect(readExperimentsView(broken, first)).toEqual(first)
  })

  test('has nothing to edit where nothing is open', () => {
    expect(readExperimentsView({ form: 'edit' }, first).form).toBe('')
    expect(readExperimentsView({ form: 'new' }, first).form).toBe('new')
  })

  test('forgets what was shown of one experiment when another is opened', () => {
    const one = changeExperimentsView(first, { experiment: 'a' })
    const shown = changeExperimentsView(one, { results: { ...one.results, scale: 'absolute' } })
    expect(changeExperimentsView(shown, { form: 'edit' }).results.scale).toBe('absolute')
    const other = changeExperimentsView({ ...shown, form: 'edit' }, { experiment: 'b' })
    expect(other).toMatchObject({ form: '', results: { scale: 'relative' } })
  })
})
