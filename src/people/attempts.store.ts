import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { type Ctx, countAttempt, forgetAttempts, type Limit } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'

const guesses: Limit = { most: 10, seconds: 300 }
const mailsToOne: Limit = { most: 3, seconds: 6 * 3_600 }
const mailsFromOne: Limit = { most: 10, seconds: 3_600 }
const mailsInAll: Limit = { most: 500, seconds: 3_600 }

/** A bucket's name without the address in it: whoever reads the table learns nobody's address. */
function bucket(platform: Pick<Platform, 'key'>, kind: string, of: string): string {
  return `${kind}:${createHmac('sha256', platform.key).update(`bucket\n${of}`).digest('base64url').slice(0, 22)}`
}

function guessBuckets(c: Ctx, platform: Platform, who: string) {
  return {
    person: bucket(platform, 'password:person', who),
    network: bucket(platform, 'password:network', c.get('clientNetwork')),
  }
}

/** Counts a guess at somebody's password; gives the seconds to wait when there were too many, else 0. */
export function countGuess(c: Ctx, platform: Platform, who: string): Promise<number> {
  const { person, network } = guessBuckets(c, platform, who)
  return countAttempt(platform.db, [
    { name: person, limit: guesses },
    { name: network, limit: guesses },
  ])
}

/** Takes a right password out of the count: only wrong ones add up, for the person and for the network. */
export async function forgiveGuess(c: Ctx, platform: Platform, who: string): Promise<void> {
  const { person, network } = guessBuckets(c, platform, who)
  await forgetAttempts(platform.db, person)
  await sql`update limits set count = greatest(count - 1, 0)
    where bucket = ${network} and window_start > app_now() - interval '5 minutes'`.execute(platform.db)
}

/**
 * Counts a mail that somebody asks us to send to an address; gives the seconds to wait when there were too many. What
 * strangers can make us send in all has an end, too, and reaching it is worth a look at the log.
 */
export async function countMail(c: Ctx, platform: Platform, address: string): Promise<number> {
  const own = await countAttempt(platform.db, [
    { name: bucket(platform, 'mail:address', address), limit: mailsToOne },
    { name: bucket(platform, 'mail:network', c.get('clientNetwork')), limit: mailsFromOne },
  ])
  if (own > 0) return own
  const all = await countAttempt(platform.db, [{ name: 'mail:all', limit: mailsInAll }])
  if (all > 0) platform.log.warn('mail-budget-reached', { request: c.get('requestId') })
  return all
}
