'use client'
import { useQuery, type UseQueryOptions, type UseQueryResult } from '@tanstack/react-query'
import type { QonversionError } from '../core/errors.ts'
import type { Source } from '../core/fetcher.ts'
import type { OperationId } from '../core/operation.ts'
import type { PermissionsAnswer } from '../core/permissions.ts'
import { useQonversion } from './context.ts'
import { observerRules, useQuerySource } from './hookOptions.ts'
import type { OperationKey } from './operationQuery.ts'
import { permissionsQuery } from './permissionsQuery.ts'

/** Options of `usePermissions` and `usePermission`. */
export interface PermissionsOptions {
  /** Another source than the provider's: both parts, or the result is an `InputError`. */
  readonly source?: Source | undefined
}

/**
 * What the viewer may do, as the host's handler answers it: one read for each scope, shared by every control and fresh for
 * five minutes; a write that is refused with 403 asks it again. TanStack Query's result untouched. A backend that has no
 * such answer (404: a handler of before it) is an error that stays until the page comes back into view.
 */
export function usePermissions({ source }: PermissionsOptions = {}): UseQueryResult<
  PermissionsAnswer,
  QonversionError
> {
  const { queryClient } = useQonversion()
  const observed = {
    ...permissionsQuery(useQuerySource(source)),
    ...observerRules({}),
    // Each control that appears would ask a backend again that has just said that it cannot tell.
    retryOnMount: false,
  } as unknown as UseQueryOptions<
    PermissionsAnswer,
    QonversionError,
    PermissionsAnswer,
    OperationKey
  >
  return useQuery(observed, queryClient)
}

/** Whether the viewer may call one operation, as far as the page knows. */
export interface Permission {
  /** False only when the handler says no. True too while nothing is known: the handler decides anyway. */
  readonly isAllowed: boolean
  /** Why not, a sentence for the viewer; null when it is allowed. */
  readonly reason: string | null
  /** True when the handler said so; false while it is asked, when it could not be, or does not name the operation. */
  readonly isKnown: boolean
}

/**
 * Whether the viewer may call an operation, for the control that does: `<GuardedButton blocked={reason}>`. It is for
 * drawing only; the handler asks `authorize` again for each call. While nothing is known the control stays enabled, so a
 * slow or older backend takes nothing from anyone.
 */
export function usePermission(operation: OperationId, options?: PermissionsOptions): Permission {
  const { data } = usePermissions(options)
  const reason = data && Object.hasOwn(data.denied, operation) ? data.denied[operation]! : null
  return {
    isAllowed: reason === null,
    reason,
    isKnown: reason !== null || (data?.allowed.includes(operation) ?? false),
  }
}
