/** What a bundle for browsers gets in place of `./server`: an explanation at the first import. */
const refuse = (): never => {
  throw new Error(
    'qonversion-react/server was imported into code for browsers. It holds the Secret Key, and whoever opens the page ' +
      'could read that and do everything with the project. Import it only in code that runs on the server (a route ' +
      'handler, an API server); in the browser use createFetcher({ baseUrl }) of qonversion-react, pointed at that handler.',
  )
}

// The names of the real door, so that a bundler finds them and the reader gets the sentence above.
export const allOf: never = refuse()
export const analyticsOnly: never = refuse()
export const anyOf: never = refuse()
export const byRole: never = refuse()
export const createHandler: never = refuse()
export const handlerFetcher: never = refuse()
export const operations: never = refuse()
export const readOnly: never = refuse()
