import { expect } from 'vitest'
import type { DnsServer } from './dns-server.ts'
import type { Visitor } from './visitor.ts'
import type { World } from './world.ts'

/** Why somebody claims the account of Umbrella. */
export const claimReason = 'I run the network of Umbrella since Uma has left us.'

/** Opens a claim and says its id. */
export async function claims(visitor: Visitor, identifier = 'umbrella.example'): Promise<string> {
  const answer = await visitor.post('/claims/new', { identifier, reason: claimReason })
  const id = /^\/claims\/([0-9a-f-]{36})\?done=opened$/.exec(answer.location ?? '')?.[1]
  if (!id) throw new Error(`No claim: ${answer.status} ${answer.text.slice(0, 2_000)}`)
  return id
}

/** What a test does with claims of the account of Umbrella, in the world and with the name server that it has by then. */
export function umbrellaClaims(here: () => World, names: () => DnsServer) {
  /** Nobody claims the account any more, and it is now. */
  const forget = async () => {
    await here().setClock('0 seconds')
    await here().owner('delete from limits')
    await here().owner(
      `update claims set status = 'WITHDRAWN', settled_at = app_now() where status in ('OPEN', 'NOTICE', 'WITH_SUPPORT')`,
    )
    await here().owner(
      `delete from grants where person_id in (select id from people where address = 'zoe@elsewhere.example')`,
    )
    names().texts.clear()
    names().silent = false
  }
  const state = async (id: string) => {
    const [row] = await here().owner<{ status: string; proof: string | null }>(
      'select status, proof from claims where id = $1',
      [id],
    )
    return row
  }
  /** Opens a claim and proves the domain by a record of its name server. */
  const proven = async (visitor: Visitor) => {
    const id = await claims(visitor)
    const page = await visitor.get(`/claims/${id}`)
    const text = /vestibule-claim=[0-9a-f]{40}/.exec(page.text)?.[0] ?? ''
    names().texts.set('_vestibule.umbrella.example', ['v=spf1 -all', text])
    const checked = await visitor.post(`/claims/${id}/check-dns`, { domain: 'umbrella.example' })
    expect(checked.location).toBe(`/claims/${id}?done=proven`)
    return id
  }
  return { forget, state, proven }
}
