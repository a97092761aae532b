import { type CaseId, installation, type RequestId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { recordOpened, writeTrouble } from '../cases.store.ts'
import type { CaseRefusal } from '../domain/case.ts'
import { casesADay } from '../domain/writing.ts'
import { mayOpenMore } from '../limits.store.ts'
import { writeMessage } from '../messages.store.ts'
import { nameKey, requestFor, takeKey } from './open.store.ts'

/** What somebody opens a case about: their words, and what the page they came from knew. */
export type Trouble = {
  readonly text: string
  readonly requestId: RequestId | null
  /** The path they came from, without its query. */
  readonly page: string
  readonly errorReference: string
  /** Names the form, so that the same one sent twice opens one case. */
  readonly key: string
}

/** Opens a case about trouble with the portal or with a request, in the viewer's own words. */
export async function open(tx: Tx, viewer: Viewer, trouble: Trouble): Promise<Outcome<CaseId, CaseRefusal>> {
  const by = viewer.personId
  const known = await takeKey(tx, by, trouble.key, trouble.text)
  if (known) return done(known)
  const about = trouble.requestId && (await requestFor(tx, viewer, trouble.requestId))
  if (trouble.requestId && !about) return refuse({ code: 'not-found' })
  if (!(await mayOpenMore(tx, by))) return refuse({ code: 'too-many-cases', most: casesADay })
  const accountId = about ? about.accountId : installation
  const requestId = about ? about.id : null
  const { page, errorReference, text, key } = trouble
  const caseId = await writeTrouble(tx, { accountId, requestId, by, page, errorReference })
  await writeMessage(
    tx,
    { accountId, id: caseId },
    { room: 'REQUESTER', side: 'REQUESTER', author: by, text },
  )
  await nameKey(tx, by, key, caseId)
  await recordOpened(tx, { accountId, caseId, cause: 'PORTAL_TROUBLE', by, requestId })
  return done(caseId)
}
