// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { ResponseShapeError } from '../../../src/core/errors.ts'
import { execute } from '../../../src/core/execute.ts'
import { getLtv } from '../../../src/resources/ltv/operations.ts'
import { contract } from '../../contract/contract.ts'

const example = contract.get('v4GetLtvAnalyticsData')!.answerExamples[0] as object
const read = (parts: object) =>
  execute(getLtv, {}, { fetcher: () => Promise.resolve(Response.json({ ...example, ...parts })) })

describe('a lifetime-value curve, whose points no public page shows,', () => {
  it('is empty in the documented answer', async () => {
    expect(await read({})).toEqual(example)
  })

  it('holds null for a measure that a point does not have', async () => {
    const point = { period: 3, arpu: 1.5 }
    const { series, segments } = await read({
      series: [point],
      segments: [{ value: 'US', label: 'United States', series: [point] }],
    })
    expect(series).toEqual([{ period: 3, revenue: null, arpu: 1.5, arppu: null }])
    expect(segments[0]!.series).toEqual(series)
  })

  it('is refused when a point does not say its age', async () => {
    await expect(read({ series: [{ arpu: 1.5 }] })).rejects.toThrow(ResponseShapeError)
    await expect(read({ series: [{ arpu: 1.5 }] })).rejects.toThrow(/series\.0\.period/)
  })

  it('is refused when there is none', async () => {
    await expect(read({ series: null })).rejects.toThrow(ResponseShapeError)
  })
})
