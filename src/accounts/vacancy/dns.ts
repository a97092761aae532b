import { createHmac } from 'node:crypto'
import { Resolver } from 'node:dns/promises'
import type { ClaimId } from '../../kernel/id.ts'

/** The record that proves a domain: its name, and the text it must hold. */
export type DnsRecord = { readonly name: string; readonly text: string }

/** What to put into the DNS for a claim; made from the installation's key, so that nobody else can tell it. */
export function recordFor(key: string | Buffer, claim: ClaimId, domain: string): DnsRecord {
  const mark = createHmac('sha256', key).update(`claim-dns\n${claim}\n${domain}`).digest('hex').slice(0, 40)
  return { name: `_vestibule.${domain}`, text: `vestibule-claim=${mark}` }
}

/** What looking came to: the record is there, it is not, or nobody answered. */
export type DnsAnswer = 'FOUND' | 'ABSENT' | 'NO_ANSWER'

const absent = new Set(['ENODATA', 'ENOTFOUND'])

/** Looks for the record. `server` is `address` or `address:port`; null asks those of the machine. */
export async function lookFor(record: DnsRecord, server: string | null): Promise<DnsAnswer> {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 })
  if (server !== null) resolver.setServers([server])
  try {
    const texts = await resolver.resolveTxt(record.name)
    return texts.some((parts) => parts.join('').trim() === record.text) ? 'FOUND' : 'ABSENT'
  } catch (error) {
    return absent.has((error as { code?: string }).code ?? '') ? 'ABSENT' : 'NO_ANSWER'
  }
}
