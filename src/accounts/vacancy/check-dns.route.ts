import { signedIn } from '../../people/index.ts'
import { transact } from '../../platform/db/index.ts'
import { type Ctx, page, readForm } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { provingDomains } from '../domain/claim.ts'
import { back, claimIdIn, isTooOften, refused } from './claim-answers.tsx'
import { checkDnsForm } from './claims.form.ts'
import { findClaim } from './claims.store.ts'
import { lookFor, recordFor } from './dns.ts'
import { takeProof } from './prove-claim.ts'

/** Looks for the claim's record in the DNS, outside of any transaction, and takes it as its proof. */
export function checkDns(platform: Platform) {
  return page({
    who: signedIn(platform),
    async show(c: Ctx, viewer) {
      const id = claimIdIn(c)
      const form = readForm(c, checkDnsForm)
      const claim = id && (await findClaim(platform.db, id))
      if (!claim || claim.claimantId !== viewer.personId) return c.notFound()
      const domain = form.ok ? provingDomains(claim).find((one) => one === form.value.domain) : undefined
      if (domain === undefined) return refused(c, platform, viewer, { code: 'other-domain' })
      if (await isTooOften(platform, viewer, 'check'))
        return refused(c, platform, viewer, { code: 'too-often' })
      const answer = await lookFor(recordFor(platform.key, claim.id, domain), platform.config.dnsServer)
      if (answer !== 'FOUND') return back(c, claim.id, answer === 'ABSENT' ? 'absent' : 'no-answer')
      const proven = { proof: 'DNS', domain, agentId: null, by: viewer.personId } as const
      const outcome = await transact(platform.db, (tx) => takeProof(tx, claim.id, proven))
      if (!outcome.ok) return refused(c, platform, viewer, outcome.refusal)
      platform.wake()
      return back(c, claim.id, 'proven')
    },
  })
}
