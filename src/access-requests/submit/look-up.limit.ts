import { createHash } from 'node:crypto'
import type { Database } from '../../platform/db/index.ts'
import { countAttempt } from '../../platform/http/index.ts'

const perNetwork = { most: 120, seconds: 3_600 }

/** Counts a look-up for the client's network, whoever asks; gives the seconds to wait, 0 when it may go on. */
export function countLookUp(db: Database, clientNetwork: string): Promise<number> {
  const network = createHash('sha256').update(clientNetwork).digest('base64url').slice(0, 22)
  return countAttempt(db, [{ name: `look-up:network:${network}`, limit: perNetwork }])
}
