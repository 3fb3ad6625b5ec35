// @vitest-environment node
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ExperimentForm } from '../../../../src/resources/experiments/ExperimentForm.tsx'
import { SampleSizePlanner } from '../../../../src/resources/experiments/SampleSizePlanner.tsx'
import { paywall, paywallGroups } from './drafts.ts'

describe('on a server', () => {
  const form = renderToString(
    <ExperimentForm experiment={paywall} groups={paywallGroups} onSubmit={() => undefined} />,
  )
  const planner = renderToString(
    <SampleSizePlanner
      now={Date.parse('2026-11-21T12:00:00Z')}
      initialView={{ value: 0.1, effect: 0.2, engine: 'fixed', usersPerDay: 400 }}
    />,
  )

  it('the form has what is set', () => {
    expect(form).toContain('value="Paywall layout"')
    expect(form).toContain('value="Short paywall"')
    expect(form).toContain('50.0% of those who take part')
  })

  it('the planner has users, days and dates', () => {
    expect(planner).toContain('7,677 users')
    expect(planner).toContain('the result on Dec 27, 2026 (UTC).')
  })

  it('neither needs an inline style', () => {
    expect(form + planner).not.toMatch(/ style=/)
  })
})
