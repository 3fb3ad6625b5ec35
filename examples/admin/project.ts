/** What the page may know of a project; its key and its upstream stay on the server. */
export interface PublicProject {
  readonly id: string
  readonly name: string
  /** One sentence under the name. */
  readonly about: string
  /** Project, environment and viewer: the provider's scope. */
  readonly scope: string
  /** The instant the project lives at, ISO 8601; null for the clock. */
  readonly now: string | null
  /** First and last instant of the range shown first, unix seconds; null for the panel's own default. */
  readonly range: { readonly from: number; readonly to: number } | null
  /** Currencies that the project's money can be converted to, its own first. */
  readonly currencies: readonly string[]
}
