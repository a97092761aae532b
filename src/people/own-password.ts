import type { Ctx } from '../platform/http/index.ts'
import { transact } from '../platform/db/index.ts'
import type { Platform } from '../platform/platform.ts'
import { countGuess, forgiveGuess } from './attempts.store.ts'
import { passwordHashOf } from './credentials/credentials.store.ts'
import { verifyPassword } from './credentials/password-hash.ts'
import { signInFailed } from './sign-in/sign-in.ts'
import type { Viewer } from './viewer.query.ts'

/** What came of a password that somebody who is signed in typed again. */
export type OwnPassword = { kind: 'right' } | { kind: 'wrong' } | { kind: 'too-many'; seconds: number }

/** Checks the password of somebody who is signed in; wrong ones count as guesses and are recorded. */
export async function checkOwnPassword(
  c: Ctx,
  platform: Platform,
  by: { viewer: Viewer; password: string },
): Promise<OwnPassword> {
  const { viewer, password } = by
  const seconds = await countGuess(c, platform, viewer.address)
  if (seconds > 0) return { kind: 'too-many', seconds }
  const hash = await passwordHashOf(platform.db, viewer.personId)
  if (!(await verifyPassword(password.normalize('NFC'), hash))) {
    await transact(platform.db, (tx) => signInFailed(tx, viewer.personId))
    return { kind: 'wrong' }
  }
  await forgiveGuess(c, platform, viewer.address)
  return { kind: 'right' }
}
