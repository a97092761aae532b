import type { Form } from './every-form.ts'

const nowhere = '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f91'

/** The forms of an account's properties and of its virtual accounts. */
export const virtualAccountForms: Record<string, Form> = {
  '/account-contact': { isButton: true },
  '/accounts/:identifier/edit': {
    as: 'ana',
    fields: () => ({
      name: 'ACME',
      contactName: 'IT desk',
      contactAddress: 'desk@acme.example',
      visibility: 'LISTED',
      before: '["ACME","","","LISTED"]',
    }),
  },
  '/accounts/:identifier/virtual-accounts/new': {
    as: 'ana',
    fields: () => ({ name: 'Nantes', parent: '', despite: '', restricted: 'yes' }),
  },
  '/accounts/:identifier/virtual-accounts/:place/rename': {
    as: 'ana',
    fields: () => ({ name: 'Nantes', before: 'Lyon', despite: '' }),
  },
  '/accounts/:identifier/virtual-accounts/:place/restrict': {
    as: 'ana',
    fields: () => ({ restricted: 'yes' }),
  },
  '/accounts/:identifier/virtual-accounts/:place/move': {
    as: 'ana',
    fields: () => ({ to: nowhere, mark: 'q3Yh0mZ1sV8dXk2B' }),
  },
  '/accounts/:identifier/virtual-accounts/:place/close': {
    as: 'ana',
    fields: () => ({ mark: 'q3Yh0mZ1sV8dXk2B' }),
  },
}
