/** What a bundle for browsers, Workers or an edge runtime gets in place of `./server/node`: an explanation at the first import. */
const refuse = (): never => {
  throw new Error(
    "qonversion-react/server/node was imported into code that does not run in Node: it stands on Node's http. In a Worker, " +
      'an edge function, Deno or Bun give the Request straight to the handler that createHandler of qonversion-react/server ' +
      'makes; in the browser use createFetcher({ baseUrl }) of qonversion-react, pointed at that handler.',
  )
}

// The name of the real door, so that a bundler finds it and the reader gets the sentence above.
export const toNodeHandler: never = refuse()
