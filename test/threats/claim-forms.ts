import type { Form } from './every-form.ts'

/** The forms about an account that nobody administers. */
export const claimForms: Record<string, Form> = {
  '/claims/new': {
    as: 'zoe',
    fields: () => ({ identifier: 'umbrella.example', reason: 'I run the network of Umbrella now.' }),
  },
  '/claims/:id/check-dns': { as: 'zoe', id: 'claim', fields: () => ({ domain: 'evil.example' }) },
  '/claims/:id/role-mail': {
    as: 'zoe',
    id: 'claim',
    fields: () => ({ mailbox: 'postmaster', domain: 'umbrella.example' }),
  },
  '/claims/:id/reject': {
    as: 'sam',
    id: 'claim',
    fields: () => ({ answer: 'The register says otherwise.' }),
  },
  '/claims/:id/documents': { as: 'zoe', id: 'claim' },
  '/claims/:id/withdraw': { as: 'zoe', id: 'claim' },
  '/claims/:id/stop': { as: 'ana', id: 'claim' },
  '/claims/:id/accept-documents': { as: 'sam', id: 'claim' },
  '/claims/:id/approve': { as: 'sam', id: 'claim' },
  '/claim-link/stop': { isButton: true },
  '/claim-link/confirm': { isButton: true },
}
