import { browserAddress } from 'qonversion-react/panels'
import { useSyncExternalStore } from 'react'

/** One parameter of the address, as it is now: links, back and forward change it. */
export function useParameter(name: string): string | null {
  return useSyncExternalStore(browserAddress.subscribe, () =>
    new URLSearchParams(browserAddress.read()).get(name),
  )
}

/** The address with the given parameters alone: what a panel kept there belongs to the page or project that is left. */
export function addressOf(parameters: Record<string, string | null>): string {
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => !!entry[1])
  return `?${new URLSearchParams(given).toString()}`
}

/** Goes to an address of this page, without loading it again. */
export const goTo = (search: string): void => browserAddress.write(search, 'push')
