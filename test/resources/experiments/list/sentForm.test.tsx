import { QueryClient } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { QonversionProvider } from '../../../../src/react/QonversionProvider.tsx'
import { ExperimentsPanel } from '../../../../src/resources/experiments/ExperimentsPanel.tsx'
import { preloadParts } from '../../../../src/ui/sentPart.tsx'
import { NOW } from './rows.ts'

const ANSWERS: Readonly<Record<string, unknown>> = {
  '/experiments': { object: 'list', data: [], has_more: false },
}
const page = (
  <QonversionProvider
    fetcher={async (path) => Response.json(ANSWERS[path.replace(/\?.*/, '')] ?? {})}
    scope="acme"
    queryClient={new QueryClient()}
    now={new Date(NOW * 1000)}
  >
    <ExperimentsPanel initialView={{ form: 'new' }} />
  </QonversionProvider>
)

test('a new experiment that was begun in the HTML of a server is not lost when its form comes', async () => {
  await preloadParts()
  // What a server has not.
  vi.stubGlobal('document', undefined)
  const html = renderToString(page)
  vi.unstubAllGlobals()
  const container = document.body.appendChild(document.createElement('div'))
  container.innerHTML = html
  const name = () => screen.getByRole<HTMLInputElement>('textbox', { name: /^Name/ })
  render(page, { container, hydrate: true })
  const sent = name()
  expect(sent.closest('.qv-sent')).not.toBeNull()
  sent.value = 'Annual first'
  sent.focus()
  await vi.waitFor(() => expect(name()).not.toBe(sent))
  await vi.waitFor(() => expect(name().value).toBe('Annual first'))
  expect(document.activeElement).toBe(name())
  container.remove()
})
