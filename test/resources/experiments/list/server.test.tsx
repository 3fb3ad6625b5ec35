import { QueryClient } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { describe, expect, test, vi } from 'vitest'
import { QonversionProvider } from '../../../../src/react/QonversionProvider.tsx'
import { ExperimentActions } from '../../../../src/resources/experiments/ExperimentActions.tsx'
import { ExperimentsPanel } from '../../../../src/resources/experiments/ExperimentsPanel.tsx'
import { ExperimentTable } from '../../../../src/resources/experiments/ExperimentTable.tsx'
import { experiment, figures, NOW } from './rows.ts'

const shown = [
  experiment('a', { name: 'Paywall', started_at: '2026-01-01T00:00:00Z', alias_id: 'paywall' }),
  experiment('b', { name: 'Draft', status: 'draft' }),
]
const figuresOf = ({ id }: { id: string }) =>
  id === 'a' ? figures([10_000, 500], [10_000, 650]) : undefined
const nothing = () => undefined

const PAGES = {
  ExperimentTable: () => (
    <ExperimentTable
      experiments={shown}
      asOf={NOW * 1000}
      figuresOf={figuresOf}
      onOpen={nothing}
      onCreate={nothing}
    />
  ),
  ExperimentActions: () => (
    <ExperimentActions
      experiment={shown[0]!}
      onChangeStatus={nothing}
      onDelete={nothing}
      onEdit={nothing}
      blocked={{ edit: 'No.' }}
    />
  ),
  ExperimentsPanel: () => (
    <QonversionProvider
      fetcher={() => new Promise(() => undefined)}
      scope="acme"
      queryClient={new QueryClient()}
    >
      <ExperimentsPanel />
    </QonversionProvider>
  ),
}

describe.for(Object.entries(PAGES))('%s on a server', ([, page]) => {
  test('has no inline style, and is taken over without a difference', async () => {
    const html = renderToString(page())
    expect(html).not.toContain(' style=')
    const container = document.body.appendChild(document.createElement('div'))
    container.innerHTML = html
    const onRecoverableError = vi.fn()
    render(page(), { container, hydrate: true, onRecoverableError })
    expect(onRecoverableError).not.toHaveBeenCalled()
  })
})

test('the table is whole in server HTML: names, words and reasons', () => {
  const html = renderToString(PAGES.ExperimentTable())
  for (const text of ['Paywall', 'Ship Variant 1.', 'Not started', '14 days'])
    expect(html).toContain(text)
})

test('a table that is on its way says so', () => {
  render(<ExperimentTable asOf={0} />)
  expect(screen.getByRole('status', { name: 'Loading experiments' })).toBeDefined()
})
