import { z } from 'zod'
import { nextPage } from '../../platform/api/index.ts'
import type { ListedApplication } from '../mine/mine.query.ts'
import { accountTypes } from '../../accounts/domain/account.ts'
import type { StoredApplication } from '../applications.store.ts'
import { applicationProofs, applicationStatuses } from '../domain/application.ts'
import { lapsesAt } from '../domain/times.ts'

const instant = z.iso.datetime()

/** An application, as programs read it. */
export const applicationSchema = z
  .strictObject({
    id: z.uuid(),
    reference: z.string(),
    status: z.enum(applicationStatuses),
    actionBy: z.enum(['OPERATOR', 'NOMINEE']).nullable().meta({
      description: 'Who wants something changed, while the status is ACTION_NEEDED.',
    }),
    identifier: z.string(),
    name: z.string(),
    type: z.enum(accountTypes),
    reason: z.string(),
    nominee: z.string().nullable().meta({ description: 'Null: whoever asked administers it.' }),
    proof: z.enum(applicationProofs).nullable().meta({ description: 'How the domain was proven.' }),
    submittedAt: instant,
    lapsesAt: instant,
    settledAt: instant.nullable(),
    version: z.int(),
  })
  .meta({ id: 'NewAccount' })

/** What asks for a new account. */
export const applySchema = z.strictObject({
  identifier: z.string().max(2_048).meta({ description: 'A domain of the organisation.' }),
  name: z.string().max(300),
  type: z.enum(accountTypes),
  reason: z.string().max(4_000).meta({ description: '10 to 1,000 characters.' }),
  nominee: z.string().max(300).optional().meta({
    description: 'The address of whoever is to administer it; without one it is you.',
  }),
  insists: z.string().max(4_000).optional().meta({
    description: 'Why it must be a new one, when an account like it exists. 10 to 1,000 characters.',
  }),
})

/** An example of each. */
export const exampleApplication: z.input<typeof applicationSchema> = {
  id: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4fa1',
  reference: 'NA-7K3M-Q9XD',
  status: 'CHECKING',
  actionBy: null,
  identifier: 'fresh.example',
  name: 'Fresh Foods',
  type: 'CUSTOMER',
  reason: 'We buy the products from spring on.',
  nominee: 'nora@fresh.example',
  proof: null,
  submittedAt: '2026-11-23T10:00:00.000Z',
  lapsesAt: '2027-02-21T10:00:00.000Z',
  settledAt: null,
  version: 1,
}

/** An application as it is answered. */
export function shown(application: StoredApplication): z.input<typeof applicationSchema> {
  const { whose, nomineeAddress, submittedAt, settledAt } = application
  return {
    id: application.id,
    reference: application.reference,
    status: application.status,
    actionBy: application.action,
    identifier: application.identifier,
    name: application.name,
    type: application.type,
    reason: application.reason,
    nominee: whose === 'OWN' ? null : nomineeAddress,
    proof: application.proof,
    submittedAt: submittedAt.toISOString(),
    lapsesAt: lapsesAt(application).toISOString(),
    settledAt: settledAt?.toISOString() ?? null,
    version: application.version,
  }
}

const listedSchema = applicationSchema
  .pick({ id: true, reference: true, identifier: true, name: true, status: true, submittedAt: true })
  .meta({ id: 'ListedNewAccount' })

/** A page of applications, each as a list shows it. */
export const applicationListSchema = z
  .strictObject({ items: z.array(listedSchema), after: nextPage })
  .meta({ id: 'NewAccountList' })

export const exampleListed: z.input<typeof listedSchema> = {
  id: exampleApplication.id,
  reference: exampleApplication.reference,
  identifier: exampleApplication.identifier,
  name: exampleApplication.name,
  status: 'CHECKING',
  submittedAt: exampleApplication.submittedAt,
}

/** An application of a list as it is answered. */
export function shownListed({
  id,
  reference,
  identifier,
  name,
  status,
  submittedAt,
}: ListedApplication): z.input<typeof listedSchema> {
  return { id, reference, identifier, name, status, submittedAt: submittedAt.toISOString() }
}
