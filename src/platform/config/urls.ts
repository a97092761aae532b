import { z } from 'zod'

function hasProtocol(text: string, protocols: readonly string[]): boolean {
  try {
    return protocols.includes(new URL(text).protocol)
  } catch {
    // a socket's directory as the host is no URL to WHATWG, yet PostgreSQL's tools write it so
    return protocols.some((protocol) => text.startsWith(`${protocol}//`))
  }
}

export const postgresUrl = z
  .string()
  .refine((text) => hasProtocol(text, ['postgres:', 'postgresql:']), 'must begin with postgres://')
export const smtpUrl = z
  .string()
  .refine((text) => hasProtocol(text, ['smtp:', 'smtps:']), 'must begin with smtp:// or smtps://')

/** Whether a browser treats the address as secure: https, or loopback. */
export function isTrustworthy(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  return (
    protocol === 'https:' || hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
  )
}
