/** An answer that is more than a 200 with a body. */
export class Reply {
  readonly status: number
  /** Undefined sends none. */
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>
  constructor(status: number, body?: unknown, headers: Readonly<Record<string, string>> = {}) {
    this.status = status
    this.body = body
    this.headers = headers
  }
}
