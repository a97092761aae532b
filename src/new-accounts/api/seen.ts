import { installation, isId } from '../../kernel/id.ts'
import type { ApiCaller } from '../../people/index.ts'
import type { Given, Problem } from '../../platform/api/index.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import { findApplication, type StoredApplication } from '../applications.store.ts'
import { type ApplicationId, isNominee } from '../domain/application.ts'
import { shown } from './schema.ts'

/** There is nothing that this caller may see: the same for what exists and for what does not. */
export const notFound: Problem = { status: 404, code: 'not-found' }

/** The application with this id, for whoever sent it and whoever is asked in it. */
export async function seen(
  db: Database | Tx,
  caller: ApiCaller,
  id: string,
): Promise<StoredApplication | undefined> {
  const application = isId(id) ? await findApplication(db, id as ApplicationId) : undefined
  if (!application) return undefined
  const isAsked =
    application.nomineeAskedAt !== null && ['AWAITING_NOMINEE', 'ACTIVE'].includes(application.status)
  const may = application.requesterId === caller.personId || (isAsked && isNominee(application, caller))
  return may ? application : undefined
}

/** The application as it is after a step. */
export async function given(tx: Tx, caller: ApiCaller, id: ApplicationId): Promise<Given> {
  const application = await seen(tx, caller, id)
  if (!application) throw new Error('An application that was changed is no longer seen')
  return { body: shown(application), version: application.version, object: { accountId: installation, id } }
}
