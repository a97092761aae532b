import type { z } from 'zod'
import type { requestSchema } from './request.schema.ts'

/** A request of the demo, for the document. */
export const exampleRequest: z.input<typeof requestSchema> = {
  id: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f71',
  reference: 'AR-7K3M-Q9XD',
  account: { identifier: 'acme.example', name: 'ACME' },
  status: 'PENDING',
  stage: 'WITH_ADMINS',
  version: 1,
  ask: { scope: { kind: 'ACCOUNT' }, role: 'SU', endsAt: null },
  reason: 'I maintain the Paris licences from December on.',
  requester: {
    firstName: 'Raul',
    lastName: 'Ortega',
    preferredFirstName: '',
    company: 'ACME',
    country: 'FR',
    companyAddress: '',
    companyPhone: '',
    email: 'raul@acme.example',
    userId: 'raul@acme.example',
  },
  submittedAt: '2026-11-23T09:00:00.000Z',
  dueAt: '2026-11-30T09:00:00.000Z',
  expiresAt: '2026-12-21T09:00:00.000Z',
  nextStep: { kind: 'ANSWER_EXPECTED', at: '2026-11-30T09:00:00.000Z' },
  settledAt: null,
  previousRequestId: null,
  continuedAsRequestId: null,
  lastRemindedAt: null,
  remindersByHand: 0,
}
