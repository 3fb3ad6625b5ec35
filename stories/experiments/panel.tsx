import type { Decorator } from '@storybook/react-vite'
import { useMemo, type ReactNode } from 'react'
import { userEvent, within } from 'storybook/test'
import { OwnBackend } from '../../.storybook/OwnBackend.tsx'
import type { Fetcher } from '../../src/core/fetcher.ts'

function Own({
  make,
  scope,
  children,
}: {
  make: () => Fetcher
  scope: string
  children: ReactNode
}) {
  const fetcher = useMemo(() => make(), [make])
  return (
    <OwnBackend fetcher={fetcher} scope={scope}>
      {children}
    </OwnBackend>
  )
}

/** A story over a backend of its own, asked from nothing. */
export const over =
  (make: () => Fetcher): Decorator =>
  (Story, { id }) => (
    <Own make={make} scope={id}>
      <Story />
    </Own>
  )

/** What an API answers that does not do what it is asked. */
export const refusal = (status: number, code: string, message: string, headers = {}) =>
  Response.json({ error: { type: 'request', code, message } }, { status, headers })

/** Opens an experiment of the list. */
export const open = async (canvasElement: HTMLElement, name: string) => {
  const canvas = within(canvasElement)
  await userEvent.click(await canvas.findByRole('button', { name }))
  return canvas
}
