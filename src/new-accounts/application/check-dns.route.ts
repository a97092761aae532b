import { lookFor } from '../../accounts/index.ts'
import { signedIn, type Viewer } from '../../people/index.ts'
import { transact } from '../../platform/db/index.ts'
import { countAttempt, type Ctx, page, readForm } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { recordFor } from '../prove/dns.ts'
import { isProvable, takeProof } from '../prove/prove.ts'
import { back, refused } from './answers.tsx'
import { buttonForm } from './application.form.ts'
import { seenApplication } from './load.route.ts'

const hour = 3_600
const limits = { check: { most: 20, seconds: hour }, mail: { most: 5, seconds: hour } }

/** Counts an attempt to prove; whether there were too many in the last hour. */
export async function isTooOften(
  platform: Platform,
  viewer: Viewer,
  what: keyof typeof limits,
): Promise<boolean> {
  const bucket = { name: `new-account:${what}:${viewer.personId}`, limit: limits[what] }
  return (await countAttempt(platform.db, [bucket])) > 0
}

/** Looks for the application's record in the DNS, outside of any transaction, and takes it as its proof. */
export function checkDns(platform: Platform) {
  return page({
    who: signedIn(platform),
    async show(c: Ctx, viewer) {
      const seen = await seenApplication(c, platform, viewer)
      if (!seen?.as.requester || !readForm(c, buttonForm).ok) return c.notFound()
      const { id, identifier: domain, status } = seen.application
      if (!isProvable(seen.application))
        return refused(
          c,
          platform,
          viewer,
          seen.application.proof === null ? { code: 'over', status } : { code: 'proven-already' },
        )
      if (await isTooOften(platform, viewer, 'check'))
        return refused(c, platform, viewer, { code: 'too-often' })
      const answer = await lookFor(recordFor(platform.key, id, domain), platform.config.dnsServer)
      if (answer !== 'FOUND') return back(c, answer === 'ABSENT' ? 'absent' : 'no-answer')
      const proven = { proof: 'DNS', domain, by: viewer.personId } as const
      const outcome = await transact(platform.db, (tx) => takeProof(tx, id, proven))
      if (!outcome.ok) return refused(c, platform, viewer, outcome.refusal)
      platform.wake()
      return back(c, 'proven')
    },
  })
}
