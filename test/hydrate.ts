import { render } from '@testing-library/react'
import type { ReactNode } from 'react'

/** Hydrates what a server sent, and fails where React complains. */
export function hydrate(page: ReactNode, html: string) {
  const container = document.body.appendChild(document.createElement('div'))
  container.innerHTML = html
  const onRecoverableError = (error: unknown) => {
    throw error
  }
  return render(page, { container, hydrate: true, onRecoverableError })
}
