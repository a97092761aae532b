import { BlockList, isIP } from 'node:net'
import { WrongConfiguration } from '../config/index.ts'

/** Finds the client behind trusted proxies. */
export type ClientAddress = (peer: string, forwardedFor: string | undefined) => string

function family(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4'
}

function plain(address: string): string {
  const text = address.trim().replace(/^\[|\]$/g, '')
  return /^::ffff:\d+\.\d+\.\d+\.\d+$/i.test(text) ? text.slice(7) : text
}

/** Makes the finder: `X-Forwarded-For` is believed from trusted hops only, and the right-most untrusted hop is the client. */
export function clientAddress(trusted: readonly string[]): ClientAddress {
  const proxies = new BlockList()
  for (const entry of trusted) {
    const [address = '', bits] = entry.split('/')
    const most = isIP(address) === 6 ? 128 : 32
    const known =
      isIP(address) !== 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
    if (!known)
      throw new WrongConfiguration(
        'TRUSTED_PROXIES must be addresses or networks such as 10.0.0.0/8, with commas.',
      )
    if (bits === undefined) proxies.addAddress(address, family(address))
    else proxies.addSubnet(address, Number(bits), family(address))
  }
  const isTrusted = (address: string) => isIP(address) !== 0 && proxies.check(address, family(address))

  return (peer, forwardedFor) => {
    const hops = (forwardedFor ?? '')
      .split(',')
      .map(plain)
      .filter((hop) => isIP(hop) !== 0)
    let client = plain(peer)
    while (isTrusted(client) && hops.length > 0) client = hops.pop() ?? client
    return client
  }
}

/** What is limited together: an IPv4 address, or the /64 that one IPv6 customer has. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail = ''] = address.split('%')[0]?.split('::') ?? []
  const start = head.split(':').filter(Boolean)
  const end = tail.split(':').filter(Boolean)
  const groups = [...start, ...Array(Math.max(0, 8 - start.length - end.length)).fill('0'), ...end]
  return `${groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
