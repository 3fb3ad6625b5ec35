import type { Resource } from '../store.ts'

/** What the editor makes of a screen. */
export interface ScreenContent {
  /** CSS background of the root element. */
  readonly background: string
  /** Texts by language. */
  readonly texts: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Products it offers. */
  readonly products: readonly string[]
}

/** A screen as the sandbox keeps it. Instants in unix seconds. */
export interface ScreenItem extends Resource {
  readonly name: string
  readonly type: 'paywall' | 'web_flow' | null
  /** Where apps show it; screens of one key share the people who come there. */
  readonly context_key: string | null
  /** Null until the editor has made something of it. */
  readonly content: ScreenContent | null
  /** Null for a draft. */
  readonly published_at: number | null
  /** Null while it is there; one that is gone has had its share of the people who came. */
  readonly removed_at: number | null
  readonly created_at: number
  readonly updated_at: number
}
