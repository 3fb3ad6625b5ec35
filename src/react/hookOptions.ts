'use client'
import type { QonversionError } from '../core/errors.ts'
import type { Source } from '../core/fetcher.ts'
import type { QuerySource } from './ask.ts'
import { useQonversion } from './context.ts'

/** What is known of a query when the next request is decided. */
export interface Known<Answer> {
  readonly state: {
    readonly data: Answer | undefined
    readonly error: QonversionError | null
    /** Answers so far. */
    readonly dataUpdateCount: number
    /** Failures so far. */
    readonly errorUpdateCount: number
  }
}

/** Options of every query hook. All else is the library's rule, not the host's default. */
export interface QueryHookOptions<Answer, Selected = Answer> {
  /** Another source than the provider's: both parts, or the result is an `InputError`. */
  readonly source?: Source | undefined
  /**
   * False asks for nothing until it is true.
   * @default true
   */
  readonly enabled?: boolean | undefined
  /** Takes a part of the answer; the component renders again only when that part changes. */
  readonly select?: ((answer: Answer) => Selected) | undefined
  /** How long an answer counts as fresh, in milliseconds. Default: the operation's own. */
  readonly staleTime?: number | undefined
  /**
   * Asks again after so many milliseconds while the page is visible; as a function, decided anew by what is known so far.
   * @default false
   */
  readonly refetchInterval?: number | false | ((known: Known<Answer>) => number | false) | undefined
  /**
   * Keeps showing the previous answer while a changed question loads, never across a change of scope.
   * @default true
   */
  readonly keepPreviousData?: boolean | undefined
}

/** The source a hook was given, else the provider's, with what the host does about answers that do not fit. */
export function useQuerySource(given: Source | undefined): QuerySource {
  const { source, adapters, onDrift, timeout } = useQonversion()
  return { ...(given ?? source), adapters, onDrift, timeout }
}

/** What a hook's options say to the observer; the rest are not the host's defaults but ours: errors belong into the component. */
export function observerRules<Answer, Selected>(options: QueryHookOptions<Answer, Selected>) {
  const {
    select,
    staleTime,
    keepPreviousData = true,
    enabled = true,
    refetchInterval = false,
  } = options
  return {
    ...(select && { select }),
    ...(staleTime !== undefined && { staleTime }),
    ...(!keepPreviousData && { placeholderData: undefined }),
    enabled,
    refetchInterval,
    throwOnError: false,
    // Every field that is read must be live.
    notifyOnChangeProps: undefined,
  }
}
