import { createHmac } from 'node:crypto'
import type { DnsRecord } from '../../accounts/index.ts'
import type { ApplicationId } from '../domain/application.ts'

/** What to put into the DNS for an application; made from the installation's key, so that nobody else can tell it. */
export function recordFor(key: string | Buffer, id: ApplicationId, domain: string): DnsRecord {
  const mark = createHmac('sha256', key)
    .update(`application-dns\n${id}\n${domain}`)
    .digest('hex')
    .slice(0, 40)
  return { name: `_vestibule.${domain}`, text: `vestibule-account=${mark}` }
}
