import type { Form } from './every-form.ts'

/** The forms of an operator, but for those that make, join and end people. */
export const operatorForms: Record<string, Form> = {
  '/operator/accounts/new': {
    as: 'olga',
    fields: () => ({
      identifier: 'new.example',
      name: 'New',
      type: 'CUSTOMER',
      visibility: 'LISTED',
      timeZone: 'UTC',
      verifiedDomains: '',
      administrator: 'zoe@elsewhere.example',
    }),
  },
  '/operator/accounts/:identifier/visibility': { as: 'olga', fields: () => ({ visibility: 'RESTRICTED' }) },
  '/operator/accounts/:identifier/virtual-accounts': {
    as: 'olga',
    fields: () => ({ name: 'Nantes', parent: '' }),
  },
  '/operator/people/:id': {
    as: 'olga',
    id: 'person',
    fields: () => ({ seen: 'none', office: ['support'] }),
    lists: ['office'],
  },
  '/operator/imports/new/:kind': { as: 'olga' },
  '/operator/imports/:id/apply': { as: 'olga', isButton: true },
  '/operator/imports/:id/drop': { as: 'olga', isButton: true },
  '/operator/settings/general': {
    as: 'olga',
    fields: () => ({
      version: '1',
      name: 'Access Desk',
      support: 'NO',
      proof: 'YES',
      shows: 'NAMES',
      language: 'en',
    }),
  },
  '/operator/settings/mail': {
    as: 'olga',
    fields: () => ({
      version: '1',
      host: 'mail.example.org',
      port: '465',
      security: 'TLS',
      user: '',
      password: '',
      senderName: 'Access Desk',
      senderAddress: 'desk@example.org',
    }),
  },
  '/operator/settings/test-mail': { as: 'olga', isButton: true },
  '/operator/settings/sign-in/new': {
    as: 'olga',
    fields: () => ({
      id: '',
      version: '0',
      name: 'Acme Login',
      issuer: 'https://login.acme.example',
      clientId: 'vestibule',
      clientSecret: 'nobody knows it',
      domains: 'acme.example',
      on: 'yes',
    }),
  },
  '/operator/settings/sign-in/:id': {
    as: 'olga',
    id: 'provider',
    fields: () => ({
      id: '',
      version: '1',
      name: 'Acme Login',
      issuer: 'https://login.acme.example',
      clientId: 'vestibule',
      clientSecret: '',
      domains: 'acme.example',
      on: 'yes',
    }),
  },
  '/operator/settings/sign-in/:id/try': { as: 'olga', id: 'provider', isButton: true },
  '/operator/settings/sign-in/:id/remove': {
    as: 'olga',
    id: 'provider',
    fields: () => ({ version: '1', sure: 'yes' }),
  },
}
