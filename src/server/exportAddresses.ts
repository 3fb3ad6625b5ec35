/** Which addresses of files may reach a browser. */
export interface AddressRules {
  /** Hosts of the host's list, lower case. */
  readonly hosts: ReadonlySet<string>
  /** Address of the upstream, whose own files pass. */
  readonly upstream: string
  /** False where no file may be fetched at all. */
  readonly isOpen: boolean
  /** Told of a host that is not on the list, to be put there if it is right. */
  readonly refused: (host: string) => void
}

/** What a browser would take for an address of its own: a scheme with slashes, slashes alone, or a scheme that runs or embeds. */
const ADDRESS =
  /^[\s\p{Cc}]*(?:[a-z][a-z\d+.-]*:[\\/]{2}|[\\/]{2}|(?:javascript|data|vbscript|blob|file|https?):)/iu
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/

/**
 * A reader of texts of export answers: an address passes that is https and on the list of hosts or on the upstream's own,
 * and is null otherwise. A sandbox on loopback passes over http.
 */
export function checkAddresses({ hosts, upstream, isOpen, refused }: AddressRules) {
  const own = new URL(upstream)
  return (text: string, name: string): string | null => {
    // As a browser reads it: line breaks and tabs mean nothing to it.
    if (name !== 'download_url' && !ADDRESS.test(text.replaceAll(/[\t\n\r]/g, ''))) return text
    if (!isOpen || !URL.canParse(text)) return null
    const { protocol, host, hostname, origin, username, password, href } = new URL(text)
    const isOwn = origin === own.origin && (protocol === 'https:' || LOOPBACK.test(hostname))
    const isListed = protocol === 'https:' && hosts.has(host)
    if ((isOwn || isListed) && username === '' && password === '') return href
    refused(protocol === 'https:' ? host : `${protocol}//${host}`)
    return null
  }
}
