/** What the page may know of a project; its key and its upstream stay on the server. */
export interface PublicProject {
  readonly id: string
  readonly name: string
  /** One sentence under the title, by language. */
  readonly about: { readonly en: string; readonly de: string }
  /** Project and environment; with the viewer it is the provider's scope. */
  readonly scope: string
  /** The instant the project lives at, ISO 8601; null for the clock. */
  readonly now: string | null
  /** First and last day of what is shown first, `YYYY-MM-DD`; null for the panel's own default. */
  readonly range: { readonly from: string; readonly through: string } | null
  /** Currencies that the project's money can be shown in, its own first; null for the panel's own list. */
  readonly currencies: readonly string[] | null
  /** How long the renewals of each product are, by its code; empty where nobody says. */
  readonly productLengths: Readonly<Record<string, 'week' | 'month' | 'year'>>
}
