import { QueryClient } from '@tanstack/react-query'
import { render, renderHook } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Fetcher } from '../../src/core/fetcher.ts'
import { permissionsQuery } from '../../src/react/permissionsQuery.ts'
import { usePermission, usePermissions } from '../../src/react/usePermissions.ts'
import { useCreateSegment } from '../../src/resources/segments/hooks.ts'
import { desk, provider, response, settle } from './harness.tsx'

const scope = 'acme:production:ana'
const REASON = 'Analysts only read. Ask an admin to add segments.'
const analyst = {
  allowed: ['v4ListSegments'],
  denied: { v4CreateSegment: REASON },
  masked: ['email'],
  secrets: [],
}
const admin = { ...analyst, allowed: ['v4ListSegments', 'v4CreateSegment'], denied: {} }
const notFound = () =>
  response({ error: { type: 'request', code: 'not_found', message: 'No.' } }, 404)

/** A backend that answers one after the other, the last one again and again; `asked` are the paths that reached it. */
function backend(...answers: (() => Response)[]) {
  const asked: string[] = []
  const fetcher: Fetcher = async (path, { signal }) => {
    // Under StrictMode a first request is given up at once; it reaches nobody.
    await Promise.resolve()
    signal.throwIfAborted()
    const answer = answers[Math.min(asked.push(path), answers.length) - 1]!
    return answer()
  }
  return { asked, fetcher }
}

describe('what the viewer may do', () => {
  it('is what the handler says: allowed, denied with its reason, or nothing of an operation it does not name', async () => {
    const fetcher: Fetcher = async () => response(analyst)
    const { result } = renderHook(
      () => [
        usePermission('v4ListSegments'),
        usePermission('v4CreateSegment'),
        usePermission('v4OfTomorrow'),
      ],
      { wrapper: provider({ fetcher, scope }) },
    )
    await settle()
    expect(result.current).toEqual([
      { isAllowed: true, reason: null, isKnown: true },
      { isAllowed: false, reason: REASON, isKnown: true },
      { isAllowed: true, reason: null, isKnown: false },
    ])
  })

  it('takes nothing from anyone while it is not known: asked, failed, or a backend that cannot tell', async () => {
    const unknown = { isAllowed: true, reason: null, isKnown: false }
    const { asked, fetcher } = desk()
    const { result } = renderHook(() => usePermission('v4CreateSegment'), {
      wrapper: provider({ fetcher, scope }),
    })
    expect(result.current).toEqual(unknown)
    await settle(() => asked.at(-1)!.answer(notFound()))
    expect(result.current).toEqual(unknown)
  })

  it('keeps what was known when asking again fails', async () => {
    const { asked, fetcher } = backend(() => response(analyst), notFound)
    const { result } = renderHook(
      () => ({ permission: usePermission('v4CreateSegment'), again: usePermissions().refetch }),
      { wrapper: provider({ fetcher, scope }) },
    )
    await settle()
    await settle(() => void result.current.again())
    expect(asked).toHaveLength(2)
    expect(result.current.permission.reason).toBe(REASON)
  })

  it('hands on which fields are masked', async () => {
    const { result } = renderHook(() => usePermissions().data?.masked, {
      wrapper: provider({ fetcher: async () => response(analyst), scope }),
    })
    await settle()
    expect(result.current).toEqual(['email'])
  })
})

describe('the read of it', () => {
  const Control = () => <>{String(usePermission('v4CreateSegment').isAllowed)}</>

  it.each([
    ['an answer', () => response(analyst)],
    ['a backend that cannot tell', notFound],
  ])('is one for all controls of a scope, those that come later too: %s', async (_what, answer) => {
    const { asked, fetcher } = backend(answer)
    const Provider = provider({ fetcher, scope })
    const page = (count: number) => (
      <Provider>
        {Array.from({ length: count }, (_, index) => (
          <Control key={index} />
        ))}
      </Provider>
    )
    const { rerender } = render(page(10))
    await settle()
    rerender(page(20))
    await settle()
    expect(asked).toEqual(['/_permissions'])
  })

  it('is another for another scope, which starts from nothing', async () => {
    const queryClient = new QueryClient()
    const { asked, fetcher } = desk()
    const shown = (of: string) => {
      const Provider = provider({ fetcher, scope: of, queryClient })
      return (
        <Provider>
          <Control />
        </Provider>
      )
    }
    const { container, rerender } = render(shown(scope))
    await settle(() => asked.at(-1)!.answer(response(analyst)))
    expect(container.textContent).toBe('false')
    rerender(shown('acme:production:bob'))
    expect(container.textContent).toBe('true')
    await settle(() => asked.at(-1)!.answer(response(admin)))
    expect(container.textContent).toBe('true')
  })

  it('is asked again when a write is refused', async () => {
    let told = admin
    const fetcher: Fetcher = async (path) =>
      path === '/_permissions'
        ? response(told)
        : response({ error: { type: 'request', code: 'control_forbidden', message: REASON } }, 403)
    const { result } = renderHook(
      () => ({ permission: usePermission('v4CreateSegment'), create: useCreateSegment() }),
      { wrapper: provider({ fetcher, scope }) },
    )
    await settle()
    expect(result.current.permission.isAllowed).toBe(true)
    // The right was taken away meanwhile.
    told = analyst
    await settle(() => result.current.create.mutate({ name: 'A' }))
    expect(result.current.create.error).toMatchObject({ status: 403, message: REASON })
    expect(result.current.permission).toMatchObject({ isAllowed: false, reason: REASON })
  })

  it('can be made on the server: the first frame knows', async () => {
    const queryClient = new QueryClient()
    const fetcher: Fetcher = async () => response(analyst)
    await queryClient.prefetchQuery(permissionsQuery({ fetcher, scope }))
    const Provider = provider({ fetcher, scope, queryClient })
    const html = renderToString(
      <Provider>
        <Control />
      </Provider>,
    )
    expect(html).toBe('false')
  })
})
